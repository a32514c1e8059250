/** What a list of members may be taken out for; written into the audit trail. */
export const exportPurposes = ['report', 'verification', 'service', 'archive'] as const
