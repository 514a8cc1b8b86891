/** What the emulator takes and does not do, as far as we know it: seen with version 1.5.33. */
export const notDone: readonly string[] = [
  'leading keys (dynamodb:LeadingKeys) and the policies of tables',
  'WAF’s rules, throttling, the network and its groups, grants of keys',
  'the import of a restored table into its stack, the vault’s lock, Object Lock',
  'the gateway’s own answers (a stand-in gives them) and preflights',
  'media in S3: a store of ours enforces what the buckets do',
  'how fast anything is, and what it costs',
];
