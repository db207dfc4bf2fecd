import { anyOf } from '../../text/any-of.ts';
import { BESIDE_DICTATION, type Sign } from './sign.ts';

/** Where a sentence gives an order: at its beginning, after a pause, after "please", "and", "you must" … */
const ORDER = String.raw`(?:^|[,;:.!?("'>\]*\-–—]\s*|\b(?:please|and|then|now|must|should|shall|you will|always|instead|just|simply|immediately|kindly|need to|have to|ordered to|instructed to)\s+)`;
const order = (pattern: string) => new RegExp(ORDER + pattern);

const MACHINE = String.raw`(?:ai|a\.i\.|llms?|gpt\S*|(?:large )?language models?|chat ?bots?|ai (?:assistants?|agents?|models?|systems?))`;
const REPLY = '(?:answers?|repl(?:y|ies)|responses?|outputs?)';
const OVERRIDE =
  "(?:(?:completely|fully|totally|simply) )?(?:ignore|disregard|forget|override|bypass|discard|dismiss|set aside|throw away|abandon|pay no attention to|(?:do not|don't|never) (?:follow|obey)|stop (?:following|obeying))";
const OLDER =
  '(?:your|all|any|every|previous|prior|earlier|preceding|above|former|past|existing|original|initial|system|safety|developer)';
const FILLER = `(?:(?:the|of|these|those|and|other|current|${OLDER}) )`;
/** What a customer is asked to tell in a mail of theirs. */
const TOLD_BY_CUSTOMERS = anyOf(
  /\b(?:your|the|an?) (?:\w+ )?(?:order|account|case|ticket|rma|return|reference|booking|customer (?:number|id)|invoice|member\w*|phone|name|e-?mail|tracking|serial|contact|number|photos?|pictures?|videos?|receipts?|proof|address)\b/,
  /\bto (?:this|the|our|that) (?:e-?mail|mail|text|sms|message|number|survey)\b/,
  /\b(?:tell|send|let|give|show) us\b|\bwithin \d/,
);
const WRITTEN_WITH =
  '(?:replace|use|convert|render|substitute|introduce|misspell|scramble|jumble|rearrange|anagram|remove|group|combine|include|modify|alter|add|integrate|augment|enhance|incorporate|insert|append|prepend|mention|embed|weave|put|write|craft|phrase|format|encode|translate|emphasi[sz]e|promote|conclude|begin|start|end|open|close|finish)';

/** Signs in English, on a text that went through `readable`. */
export const SIGNS_EN: readonly Sign[] = [
  {
    name: 'override',
    points: 2,
    pattern: order(
      String.raw`${OVERRIDE} (?:about )?${FILLER}{0,6}?${OLDER} ${FILLER}{0,4}(?:[\w']+ )?(?:instructions?|rules?|prompts?|guidelines?|directions|directives?|commands?|context|constraints?|restrictions?|programming|training|guardrails?|filters?|persona|orders)\b`,
    ),
  },
  {
    name: 'override',
    points: 2,
    pattern: order(
      String.raw`${OVERRIDE} (?:about )?(?:everything|anything|all|what) (?:that |which )?(?:(?:you|was|were|is|has|have|been|said|stated|written|told|learned|know|came|else) ?){0,4}(?:above|before|so far|earlier|previously|until now|up to now|told|said|learned|know)\b`,
    ),
  },
  {
    name: 'override',
    points: 1,
    pattern: order(
      String.raw`${OVERRIDE} (?:(?:the|these|this|any|all|our|shop|store|return|company) ){0,3}(?:polic(?:y|ies)|rules?|questions?|customers?|users?|prompt|passages?|documents?|sources?|conversation)\b`,
    ),
  },
  {
    name: 'identity',
    points: 1,
    pattern: /\byou are (?:now|no longer) /,
    unless: /\b(?:member|eligible|entitled|ready|able|registered|subscribed|enrolled|signed|logged|connected)\b/,
  },
  {
    name: 'identity',
    points: 1,
    pattern: order(
      String.raw`(?:act as|pretend (?:to be|you|that you)|role-?play as|behave (?:as|like)|simulate being)\b`,
    ),
  },
  {
    name: 'identity',
    points: 1,
    pattern: /\b(?:from now on|henceforth|from this point on)\b.*\b(?:you|reply|respond|answer|act|every|always)\b/,
    unless: /\byou (?:can|may|earn|get|receive|pay|will (?:get|receive|earn|find))\b/,
  },
  {
    name: 'mode',
    points: 1,
    pattern: anyOf(
      /\b(?:developer|maintenance|debug|god|jailbreak|admin|dan|unrestricted|unfiltered|sudo|override) mode\b/,
      /\bno (?:restrictions|rules|limits|filters) (?:apply|any ?more|any longer)\b/,
      /\bno longer (?:\w+ )?(?:restricted|limited|bound)\b|\bunrestricted\b|\bjailbr/,
    ),
  },
  {
    name: 'new orders',
    points: 2,
    pattern: anyOf(
      /\bnew system (?:instructions?|orders?|rules?|prompt|message)\s*:/,
      /\byour (?:new|real|true|only|actual|updated) (?:task|role|goal|objective|instructions?|persona|directive|purpose|job|mission)\b/,
      /\b(?:follow|obey) (?:only )?(?:these|the following|my|this) (?:new )?(?:instructions?|orders?|commands?|rules) instead\b/,
    ),
  },
  {
    name: 'new orders',
    points: 1,
    pattern: anyOf(
      /\b(?:new|updated|additional|hidden|secret) (?:system )?(?:instructions?|orders?|rules?|directives?)\s*:/,
      /\b(?:follow|obey|execute) (?:only )?(?:these|my|this) (?:new )?(?:instructions?|orders?|commands?)\b/,
    ),
  },
  {
    name: 'to the machine',
    points: 2,
    pattern: new RegExp(
      String.raw`\b(?:notes?|attention|dear|hey|hello|hi|messages?|instructions?|notice|warning|reminder|important|directives?|commands?)(?: (?:to|for|of))?(?:,| -|:)? (?:the |all |any |our |every |each )?${MACHINE}\b(?! (?:service|features?|tools?|chips?|camera|users?|products?))`,
    ),
  },
  {
    name: 'to the machine',
    points: 1,
    pattern:
      /\b(?:notes?|attention|messages?|instructions?|notice|reminder) (?:to|for) (?:the |all |any |our |every )?(?:(?:virtual |digital |shop |support )?assistants?|agents?|models?|bots?|systems?|machines?|automated \w+)\b/,
  },
  {
    name: 'to the machine',
    points: 2,
    pattern: new RegExp(
      String.raw`\b(?:${MACHINE}|assistants?|models?|machines?|bots?)(?: (?:that|which|who)(?: is| are)?)? (?:reading|processing|summari[sz]ing|parsing|indexing|reads?|process(?:es)?|summari[sz]es?) (?:this|these|the (?:text|document|page|passage))\b`,
    ),
  },
  {
    name: 'to the machine',
    points: 2,
    pattern:
      /\bif (?:you are|you're|the reader is|this is read by) an? (?:\w+ )?(?:ai|llm|language model|assistant|gpt)\b/,
  },
  {
    name: 'to the machine',
    points: 1,
    pattern: new RegExp(
      String.raw`^["'(\[*\s]*(?:${MACHINE}|(?:virtual |shop )?assistant|bot|agent|model)\s*[,:;!]|\bif you are an? (?:bot|robot|chatbot|machine|automated)\b|\bas an? (?:ai|language)\b`,
    ),
  },
  {
    name: 'header',
    points: 1,
    pattern:
      /^["'([*#\-\s]*(?:system|admin(?:istrator)?|developer|root|operator|override)(?: (?:message|prompt|instructions?|note|notice|command|override|alert|update|directive))?[\s\])*]*:/,
  },
  {
    name: 'header',
    points: 1,
    pattern:
      /\b(?:begin|start of|end of|end) (?:(?:the|new|system|admin|hidden|user|all) ?){1,2}(?:prompts?|messages?|instructions?|context|passages?|input|documents?)\b/,
  },
  {
    name: 'disclosure',
    points: 2,
    pattern: order(
      String.raw`(?:reveal|print|repeat|output|show|disclose|leak|display|dump|expose|share|send|give|list|reply with|respond with|answer with|recite|quote|write out|return|tell (?:me|them|the (?:customer|user)))\b.{0,40}?\b(?:system (?:prompt|message|instructions?)|(?:your|the) (?:full|initial|original|hidden|system|secret|entire|complete|internal|exact|own|first|whole) (?:\w+ )?(?:prompts?|instructions|rules|guidelines)|environment variables?|api[ _-]?keys?|(?:access|secret) (?:tokens?|keys?)|chain of thought)`,
    ),
  },
  {
    name: 'disclosure',
    points: 2,
    pattern: order(
      String.raw`(?:reveal|print|repeat|output|disclose|leak|dump|expose|recite|reply with|respond with) (?:all |all of )?your (?:prompts?|instructions|rules|guidelines)\b`,
    ),
  },
  {
    name: 'data',
    points: 1,
    pattern: order(
      String.raw`(?:print|output|reveal|list|dump|leak|disclose|export|expose)\b.{0,40}?\b(?:address(?:es)?|orders|phone numbers?|card numbers?|passwords?|customers?|records|database)\b`,
    ),
  },
  {
    name: 'tool',
    points: 1,
    pattern:
      /\b(?:call|invoke|execute|run|trigger|use) (?:the |a |an |your |this )?(?:[\w`]+ )?(?:tool|function|api|command|query|sql|endpoint)\b/,
  },
  {
    name: 'tool',
    points: 1,
    pattern:
      /\b(?:call|invoke|execute|run|trigger|use) (?:the |a |your )?(?:tool |function |api |command )?`?[a-z]+(?:_[a-z0-9]+)+/,
  },
  { name: 'tool', points: 1, pattern: /\b(?:update \w+ set|delete from|drop table|insert into|select \* from)\b/ },
  {
    name: 'markup',
    points: 2,
    pattern: anyOf(
      /<\/?(?:system|passages?|instructions?|assistant|prompt|tool_call|function_call|question|history|context|im_start|im_end)\b[^>]*>/,
      /<\|[a-z_ ]+\|>|\[\/?inst\]|<<\/?sys>>/,
    ),
  },
  {
    name: 'script',
    points: 1,
    pattern: /<(?:script|img|iframe|svg|object|embed)\b|\bon(?:error|load|click)\s*=|\bjavascript:/,
  },
  {
    name: 'dictates',
    points: 1,
    pattern: order(
      String.raw`(?:reply|respond|answer|say|output|print|write|append|add|include|insert|mention|state|claim)\b(?: to \w+)?(?: only| exactly| just| always)?(?: with)?\b`,
    ),
    unless: TOLD_BY_CUSTOMERS,
    beside: BESIDE_DICTATION,
  },
  {
    name: 'nothing else',
    points: 1,
    pattern: anyOf(
      /\b(?:and|say|write|output|reply|with) nothing (?:else|more)\b/,
      /\b(?:only|exactly) (?:this|the (?:word|words|text|sentence|phrase|following))\b/,
      /\b(?:reply|respond|answer|output) (?:only|exactly|just) with\b/,
      /\bno matter what\b.{0,40}\b(?:asks?|asked|says?|question)\b/,
      /\bwhatever (?:the (?:customer|user)|they|is|was|anybody|anyone).{0,12} asks?(?:ed)?\b/,
    ),
    unless: TOLD_BY_CUSTOMERS,
  },
  {
    name: 'every reply',
    points: 1,
    pattern: new RegExp(String.raw`\b(?:every|each|all|any)(?: of)? (?:your |future |subsequent |further )?${REPLY}\b`),
  },
  {
    name: 'your reply',
    points: 2,
    pattern: order(String.raw`${WRITTEN_WITH}\b.{0,160}?\byour (?:final |next |entire )?(?:${REPLY}|message)\b`),
    unless: TOLD_BY_CUSTOMERS,
  },
  {
    name: 'your reply',
    points: 2,
    pattern: new RegExp(
      String.raw`^provide your ${REPLY} (?:using|without|with|in)\b|\bin (?:all )?your ${REPLY}, (?:\w+ )?(?:suggest|tell|tease|add|mention|recommend|include|promote|invite|ask|say|always|never|claim)\b`,
    ),
    unless: TOLD_BY_CUSTOMERS,
  },
  {
    name: 'your reply',
    points: 1,
    pattern: new RegExp(
      String.raw`\byour ${REPLY} (?:must|should|shall|has to|needs to|will) (?:always |only |never )?(?:be|include|contain|start|begin|end|say|consist|mention)\b`,
    ),
    unless: TOLD_BY_CUSTOMERS,
  },
  {
    name: 'of customers',
    points: 1,
    pattern: order(
      String.raw`(?:always |never )?(?:tell|inform|assure|convince|persuade|direct|redirect|refer|send|steer|instruct|urge|ask|advise|point|make|encourage|lead)\b(?: (?:the|all|any|every|each|your|these|whoever))? (?:customers?|users?|buyers?|shoppers?|readers?|visitors?|clients?|person|people|asks)\b`,
    ),
  },
  {
    name: 'elsewhere',
    points: 1,
    pattern: anyOf(
      /https?:|\bwww\.|\b[\w-]+\.(?:com|net|org|cn|xyz|shop|example|io|info|top|site|online)\b|\+?\d[\d ()-]{7,}\d/,
      /\b(?:whatsapp|telegram|wechat|bitcoin|gift cards?|wire transfer)\b/,
    ),
    beside: ['of customers', 'every reply', 'dictates'],
  },
  {
    name: 'secrecy',
    points: 1,
    pattern:
      /\b(?:do not|don't|never) (?:tell|mention|reveal|inform|let|warn|disclose|show)\b.{0,30}\b(?:customers?|users?|anyone|this (?:note|instruction|message))\b/,
  },
  {
    name: 'without consent',
    points: 1,
    pattern: anyOf(
      /\bno (?:further )?(?:confirmation|approval|consent|verification)s?(?: (?:is|are))? (?:needed|required|necessary)\b/,
      /\bwithout (?:asking|confirm\w*|consent|approval|verif\w+|waiting)\b/,
      /\bskip (?:the )?(?:confirmation|verification)\b/,
    ),
    beside: ['writes'],
  },
  {
    name: 'approved',
    points: 1,
    pattern:
      /\b(?:manager|admin(?:istrator)?|boss|owner|ceo|customer|developer)s? (?:has|have|already)(?: already)? (?:approved|authori[sz]ed|confirmed|agreed|consented)\b/,
    beside: ['writes', 'override'],
  },
  {
    name: 'writes',
    points: 1,
    pattern: order(
      String.raw`(?:cancel|refund|change|update|transfer|delete|reroute|redirect|ship|approve)\b.{0,40}?(?:\b[a-z]{0,6}-?\d{3,}|\b(?:all|every|the customer's|this customer's|their) (?:\w+ )?(?:orders?|address(?:es)?|accounts?|payments?))`,
    ),
  },
  {
    name: 'decode',
    points: 2,
    pattern: /\b(?:decode|decrypt|base64|rot13)\b.*\b(?:do what|follow|obey|execute|carry out|act on)\b/,
  },
];
