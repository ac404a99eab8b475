/** A term that no text for users contains. */
export interface Term {
  pattern: RegExp;
  /** What to write instead. */
  say: string;
  /** Where the words mean something else, and why that is right. */
  except?: Array<{ file: RegExp; text: RegExp; why: string }>;
}

/** Terms that are banned from texts: another word is the one for the thing, or nobody says it so. */
export const bannedTexts: Term[] = [
  { pattern: /\b(data ?stores?|their side|its store)\b/i, say: 'target resource, or target' },
  {
    pattern: /\bkinds? of (target|resource|endpoint)s?\b|\b(unknown|this|change|another) kind\b/i,
    say: 'resource type',
  },
  { pattern: /\bsomebody\b/i, say: 'the resource owner, someone, anyone, or name the person' },
  { pattern: /\bask(s|ed|ing)? (again|for (a|an|it|the|this) )/i, say: 'request, request again' },
  { pattern: /\b(owner|your|our|own)[’']?s? words\b/i, say: 'owner comment' },
  {
    pattern: /^waiting for approval$|\bseems? (decided|approved|rejected|disconnected|allowed)\b/i,
    say: 'Pending approval, Probably approved',
  },
  { pattern: /\b(not|no \w+) told\b|\bcan(no|[’'])t (be told|tell)\b/i, say: 'unknown' },
  { pattern: /\b(is|are|isn[’']t|only|be) (certain|likely)\b|^likely\b/i, say: 'confirmed, probable' },
  { pattern: /\bhow sure\b/i, say: 'match' },
  { pattern: /\btak(e|es|en|ing) (\w+ )?over\b|\btook over\b/i, say: 'apply, copy' },
  { pattern: /\b(the )?network (knows|doesn[’']t know)\b/i, say: 'active, applied' },
  { pattern: /\bby itself\b/i, say: 'automatically' },
  {
    pattern: /\b(read again|looked at)\b|\bcould(n[’']t| not) be (read|listed)\b/i,
    say: 'reload, updated; couldn’t load',
  },
  { pattern: /\b(un)?usable\b/i, say: 'ready, not ready' },
  {
    pattern:
      /\b(pass(es)? by|past|leads? over|goes? over|gets? through|getting through) (the|this|it|a|an|over)\b|\b(gets?|getting) through\b/i,
    say: 'uses <endpoint>, public network path, can’t connect',
  },
  { pattern: /\b(fill|fills|filled|filling) (it |them )?(in|into)\b/i, say: 'update URL, update data sources' },
  { pattern: /\b(you|was|were|what is) prepared?\b|\bprepare for later\b/i, say: 'plan an update, planned update' },
  { pattern: /\b(not looked at|mind this|not OK|it fails)\b/i, say: 'passed, failed, skipped, unknown, warning' },
  { pattern: /\bhand(s|ed)?[ -]?(off|over)\b/i, say: 'approval request, send' },
  {
    pattern: /\b(control )?tower\b|\bfrom outside\b|\bwhere they live\b/i,
    say: 'this Grafana, the workspace’s Grafana',
  },
  { pattern: /\bsign-?in method\b|\bsave the sign-in\b/i, say: 'authentication' },
  {
    pattern: /\b(has|have|the|no|missing) rights? (to|on)\b|\b(identity|user|account|token|you) may not\b/i,
    say: 'permission',
  },
  {
    pattern: /\bwhose turn\b|\bwhat next\b|\bboth views\b|\bneeds you first\b/i,
    say: 'Next action by, Next step, Needs attention',
  },
  { pattern: /\bas far as (is|can be) (known|told)\b|\bstands in the way\b/i, say: 'No problems found' },
  { pattern: /\bis dead\b|\bmend\b|\bgone for good\b/i, say: 'no longer works, fix' },
];

/** Phrases that are banned from comments, too. */
export const bannedEverywhere: Term[] = [
  { pattern: /\bowner[’']s words\b/i, say: 'owner comment' },
  { pattern: /\bwhose turn\b/i, say: 'who acts next' },
  { pattern: /\bby itself\b/i, say: 'automatically' },
  { pattern: /\btakes? (it |that )?over\b/i, say: 'applies' },
  { pattern: /\bpass(es)? by\b/i, say: 'uses a public network path' },
  { pattern: /\b(leads?|goes?) over\b/i, say: 'uses' },
  { pattern: /\bgets? through\b/i, say: 'connects' },
  { pattern: /\bboth views\b/i, say: 'the states in the workspace and on the target' },
  { pattern: /\bneeds you first\b/i, say: 'needs attention' },
  { pattern: /\bcan[’']t tell\b/i, say: 'unknown' },
  { pattern: /\bnot looked at\b/i, say: 'skipped' },
  { pattern: /\bsomebody\b/i, say: 'someone, an admin, the resource owner' },
];

/** Names that code doesn't use, in words: `readBack` is "read back". */
export const bannedNames: Term[] = [
  { pattern: /\bway on\b/, say: 'primaryAction' },
  { pattern: /\bread back\b/, say: 'verifyOutcome' },
  { pattern: /\btower\b|^inside$/, say: 'remote, local' },
  { pattern: /\bhand (off|over)\b/, say: 'approvalRequest' },
  { pattern: /\bowners? words\b/, say: 'ownerComment' },
  { pattern: /\bask again\b/, say: 'requestAgain' },
  { pattern: /\b(is )?usable\b/, say: 'isReady' },
  { pattern: /\bway of\b|\b(data source|match) ways?\b/, say: 'NetworkPath' },
  { pattern: /\bprepared?\b/, say: 'planned' },
  { pattern: /\bcant tell\b/, say: 'unknown' },
  { pattern: /^tell [a-z]/, say: 'describe…' },
];
