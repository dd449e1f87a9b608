/** What somebody might type who wants a mail of ours to be theirs. All of it the API lets through in a line of text. */
export const hostileLines: readonly string[] = [
  // HTML
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<style>*{display:none}</style><link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '</td></tr></table><h1>Pay here</h1>',
  '</title></head><body onload=alert(1)>',
  '</style><script>alert(1)</script>',
  '"><a href="https://evil.example">Accept Invitation</a>',
  "' onmouseover='alert(1)",
  '<a href="javascript:alert(1)">x</a> javascript:alert(1) data:text/html,<script>alert(1)</script>',
  '<!--[if mso]><b>x</b><![endif]-->',
  '--> <b>x</b> <!--',
  ']]> <b>x</b> <![CDATA[ x ]]>',
  '&lt;script&gt; &amp; &#60;b&#62; &#x3c;b&#x3e; &nbsp;',
  '＜script＞alert(1)＜/script＞',
  // Templates
  '<mj-include path="/etc/passwd" />',
  '<mj-raw><b>bold</b></mj-raw>',
  '</mj-text><mj-image src="https://tracker.example/x.png" />',
  '[[url]] [[constructor]] [[color:primary]] [[#message]]x[[/message]] [[nothing]]',
  '{{url}} {{{url}}} {{#if x}} <%= 7*7 %> ${7*7} #{7*7}',
  "$& $1 $` $' $$ $<name>",
  // Headers and parts of a mail
  'x Bcc: everyone@evil.example',
  'x, evil@evil.example',
  'x" <evil@evil.example>, "y',
  '=?utf-8?B?PGI+?= =?utf-8?Q?=0D=0ABcc:_evil@evil.example?=',
  'x =0D=0ABcc: evil@evil.example =3Cb=3E =',
  '%0d%0aBcc: evil@evil.example \\r\\nBcc: evil@evil.example',
  '嘊嘍Bcc: evil@evil.example',
  '----_NmP-0123456789abcdef-Part_1',
  '--boundary Content-Type: text/html',
  // Letters
  '\u202egnp.exe \u2066x',
  '\u2069\u202eladder\u2069\u2069',
  'Porchl\u0456ght \uff21lder \u200b\u200d\ufeffx',
  'C1 \u0080\u0085\u009b31m x',
  'apart \u2028 Accept here: https://evil.example \u2029 and now',
  '\ufffe\ufdd0 noncharacters',
  'Z\u0351\u036b\u0343\u036a\u0302a\u0325\u0326lgo',
  'Grüße – 你好 – 🏠👩‍👩‍👧 – مرحبا',
];

/** The same for a text of several lines, which has more ways. */
export const hostileMessages: readonly string[] = [
  ...hostileLines,
  'x\r\nBcc: everyone@evil.example\r\nX-Evil: 1\r\n\r\n<script>alert(1)</script>',
  'x\n.\nMAIL FROM:<evil@evil.example>\nRCPT TO:<evil@evil.example>\nDATA',
  '.\r\n.\r\nQUIT',
  '..x\n.x',
  'x\n\n------=_Part_1\nContent-Type: text/html\n\n<b>x</b>\n------=_Part_1--\n',
  'begin 644 evil.exe\n#0V%T\n`\nend',
  'From evil@evil.example Sat Nov 21 18:30:00 2026\n>From x\n-- \nsigned',
  'tab\there\n\n\n   spaces   \n\ttab',
];

/** As long as the API lets a name or message be, in one word. */
export const longWord = (length: number): string => 'Donaudampfschifffahrt'.repeat(20).slice(0, length);
