/**
 * Rules that every table must keep so that the same schema runs on Citus, asked of the catalogue alone: one row for
 * each violation, none when all is well. Each rule was found on a real cluster; see the numbers in its text.
 */
export const citusRules = (schemas: readonly string[]) => `
with t as (
  select c.oid, c.oid::regclass::text as name, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relispartition, k.class,
         (select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'region' and not attisdropped) as d
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join kit.table_class k on to_regclass(k.table_name) = c.oid
   where c.relkind in ('r', 'p') and n.nspname in (${schemas.map((s) => `'${s}'`).join(', ')})
     and not exists (select 1 from pg_depend x where x.objid = c.oid and x.deptype = 'e')),
ten as (select * from t where class = 'tenant'), ref as (select * from t where class = 'reference'),
fk as (select x.*, t.name, t.class, t.d, r.class as far_class, r.d as far_d from pg_constraint x join t on t.oid = x.conrelid left join t r on r.oid = x.confrelid where x.contype = 'f'),
v as (
  select 'C01 table has no declared class' as rule, name, '' as detail from t where class is null
  union all select 'C02 tenant table lacks region', name, '' from ten where d is null
  union all select 'C03 region must be int4, not null, without default', t.name, format_type(a.atttypid, a.atttypmod)
    from ten t join pg_attribute a on a.attrelid = t.oid and a.attnum = t.d where a.atttypid <> 'int4'::regtype or not a.attnotnull or a.atthasdef or a.attidentity <> '' or a.attgenerated <> ''
  union all select 'C04 no primary key', name, '' from t where class in ('tenant', 'reference') and not exists (select 1 from pg_index i where i.indrelid = t.oid and i.indisprimary)
  union all select 'C05 unique index without region', t.name, i.indexrelid::regclass::text from ten t join pg_index i on i.indrelid = t.oid where i.indisunique and not (t.d = any (i.indkey[0:i.indnkeyatts - 1]))
  union all select 'C06 exclusion without region with =', t.name, x.conname from ten t join pg_constraint x on x.conrelid = t.oid and x.contype = 'x'
    where not exists (select 1 from generate_subscripts(x.conkey, 1) g join pg_operator o on o.oid = x.conexclop[g] where x.conkey[g] = t.d and o.oprname = '=')
  union all select 'C07 key between tenant tables must pair region with region', name, conname from fk where class = 'tenant' and far_class = 'tenant'
    and not exists (select 1 from generate_subscripts(conkey, 1) g where conkey[g] = d and confkey[g] = far_d)
  union all select 'C08 key to a local or undeclared table', name, conname from fk where class in ('tenant', 'reference') and coalesce(far_class, 'local') = 'local'
  union all select 'C09 key from a reference table to a tenant table', name, conname from fk where class = 'reference' and far_class = 'tenant'
  union all select 'C10 key from a local table to a tenant or reference table', name, conname from fk where class = 'local' and far_class in ('tenant', 'reference')
  union all select 'C11 set null, set default or update cascade over region', name, conname from fk where class = 'tenant' and d = any (conkey) and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd', 'c'))
  union all select 'C12 deferrable constraint', t.name, x.conname from t join pg_constraint x on x.conrelid = t.oid and x.condeferrable where t.class <> 'local'
  union all select 'C13 trigger', t.name, g.tgname from t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal where t.class <> 'local' and g.tgname not like 'truncate_trigger_%'
  union all select 'C14 rule', t.name, w.rulename from t join pg_rewrite w on w.ev_class = t.oid where t.class <> 'local'
  union all select 'C15 sequence behind a small integer', t.name, a.attname from t join pg_attribute a on a.attrelid = t.oid and a.atttypid in ('int4'::regtype, 'int2'::regtype) and not a.attisdropped
    left join pg_attrdef f on f.adrelid = t.oid and f.adnum = a.attnum where t.class <> 'local' and (a.attidentity <> '' or pg_get_expr(f.adbin, f.adrelid) like 'nextval(%')
  union all select 'C16 identity column on a tenant table', t.name, a.attname from ten t join pg_attribute a on a.attrelid = t.oid and not a.attisdropped and a.attidentity <> ''
  union all select 'C17 row level security enabled and not forced', name, '' from ten where not relrowsecurity or relforcerowsecurity
  union all select 'C18 no policy using kit.region()', t.name, '' from ten t where not exists (select 1 from pg_policies p where format('%I.%I', p.schemaname, p.tablename)::regclass = t.oid and p.qual like '%kit.region()%')
  union all select 'C19 policy with a subquery', t.name, p.polname from ten t join pg_policy p on p.polrelid = t.oid where coalesce(p.polqual::text, '') || coalesce(p.polwithcheck::text, '') like '%{SUBLINK%'
  union all select 'C20 name longer than 50 bytes', t.name, o.n from t cross join lateral (
      select t.relname::text as n union select conname from pg_constraint where conrelid = t.oid union select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = t.oid) o
    where t.class <> 'local' and octet_length(o.n) > 50
  union all select 'C21 inheritance', t.name, '' from t join pg_inherits h on h.inhrelid = t.oid where not t.relispartition and t.class <> 'local'
  union all select 'C22 region is not first in the primary key', t.name, i.indexrelid::regclass::text from ten t join pg_index i on i.indrelid = t.oid and i.indisprimary where i.indkey[0] <> t.d
  union all select 'C23 unlogged or temporary', t.name, '' from ten t join pg_class c on c.oid = t.oid where c.relpersistence <> 'p'
  union all select 'C25 security definer without search_path', p.oid::regprocedure::text, '' from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in (${schemas.map((s) => `'${s}'`).join(', ')}) and p.prosecdef and not exists (select 1 from unnest(coalesce(p.proconfig, '{}')) s where s like 'search_path=%')
      and not exists (select 1 from pg_depend x where x.objid = p.oid and x.deptype = 'e'))
select * from v order by 1, 2, 3`
