/* What looks like personal data: caselawPersonal(text, isWord) gives the kinds found; isWord says of a word in capitals
   that nobody is called by it. caselawStops names the kinds that `build.py check` takes for errors. The check looks more
   closely, and neither replaces a reviewer. */
(() => {
  "use strict";

  // Words that may begin with a capital; a pattern that is blind to case would take every word for a name.
  const any = (words) => words.split("|").map((word) => `[${word[0].toUpperCase()}${word[0]}]${word.slice(1)}`).join("|");
  const AT = "(?<![\\p{L}\\d])";
  const BEGIN = "(?<![\\p{L}\\d./:=_-])";
  const END = "(?![\\p{L}\\d/_-])";
  const NO_SUM = "(?!(?:[.,]\\d+)?\\s?(?:EUR|eur|€|USD|CHF|RSD|din|ден))";
  const WORD = "\\p{Lu}\\p{Ll}[\\p{L}'’-]*";
  const ADDRESSES = /(?:https?:\/\/|www\.)[^\s<>"]+/giu;

  const SIGNS = "[\\s,:(*_|\"“”„«»‘’–—-]";
  const SAYING = any(
    "named|called|is|was|were|are|me\\s+emrin|me\\s+emër|quajtur\\p{L}*|i\\s+quajtur|e\\s+quajtur|është|ishte|po\\s+imenu|pod\\s+imenom|zvan\\p{L}+|je|су|је|по\\s+имену|mr|mrs|ms|dr|z|znj",
  );
  const beside = (roles) =>
    new RegExp(`${AT}(?:${any(roles)})(?!\\p{L})${SIGNS}{1,4}(?:(?:${SAYING})\\.?${SIGNS}{1,4}){0,2}(?<name>${WORD}(?:\\s+(?:\\p{Lu}\\.\\s*)?${WORD}){1,3})`, "gu");
  const VICTIM = beside(
    "victims?|injured\\s+part(?:y|ies)|viktim\\p{L}*|dëmtuar\\p{L}*|demtuar\\p{L}*|mitur\\p{L}*|oštećen\\p{L}*|žrt[va]\\p{L}*|maloletn\\p{L}*|жрт[ва]\\p{L}*|оштећен\\p{L}*|малолетн\\p{L}*",
  );
  const DEFENDANT = beside(
    "defendants?|accused|suspects?|akuzuar\\p{L}*|pandehur\\p{L}*|dyshuar\\p{L}*|dënuar\\p{L}*|okrivljen\\p{L}*|optužen\\p{L}*|osumnjičen\\p{L}*|osuđen\\p{L}*|окривљен\\p{L}*|оптужен\\p{L}*|осумњичен\\p{L}*|осуђен\\p{L}*",
  );

  const BORN = new RegExp(
    `${AT}(?:${any("born|birth|birthday|dob|d\\.o\\.b|lindur\\p{L}*|lindi|lindjes|datëlindj\\p{L}*|ditëlindj\\p{L}*|rođen\\p{L}*|rodjen\\p{L}*|roden[aio]?|рођен\\p{L}*")})(?!\\p{L})`,
    "gu",
  );
  const MONTH = any(
    "jan|feb|shkurt|mar|apr|prill|may|maj|jun|jul|qershor|korrik|aug|avg|gusht|sep|shtator|oct|okt|tetor|nov|nëntor|nentor|dec|dhjetor|јан|феб|мар|апр|мај|јун|јул|авг|сеп|окт|нов|дец",
  );
  const YEAR = "(?:19|20)\\d{2}";
  const DATE = `(?:${YEAR}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}\\s?[-./]\\s?\\d{1,2}\\s?[-./]\\s?(?:${YEAR}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?(?:${MONTH})\\p{L}*[\\s,.]+${YEAR}|(?:${MONTH})\\p{L}*\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+${YEAR})(?!\\d)`;
  // Where somebody was born may stand between: names of places and small words, but no other verb.
  const BETWEEN = any(
    "in|at|near|on|the|of|to|is|was|village|town|city|më|me|në|ne|nga|dt|datë\\p{L}*|fshat\\p{L}*|qytet\\p{L}*|është|ishte|e|i|u|iz|dana|dne|je|selu|gradu|opštin\\p{L}*|у|из|дана|је|селу|граду|општин\\p{L}*",
  );
  const SINCE = new RegExp(`^(?:[\\s,:;()*_–—-]|${AT}(?:${BETWEEN})(?!\\p{L})\\.?|${AT}${WORD}){0,24}?${DATE}`, "u");

  const NUMBER = `[\\s,]{1,3}(?:(?:nr|br|бр|no)\\.?|broj|број|numër|numri)?\\s?(?:(?!${YEAR})\\d{1,4}\\s?\\p{L}?|bb|бб)${END}`;
  const STREET = new RegExp(
    `${AT}(?:${any("rrug(?:a|ën|ës|ë)|rr\\.|bulevar\\p{L}*|bul\\.|sheshi|lagj(?:ja|en|es)|ulic\\p{L}+|ul\\.|trg|улиц\\p{L}+|ул\\.|булевар\\p{L}*")})\\s?[„“"«]?${WORD}(?:\\s(?:e|i|të|dhe|${WORD})){0,4}[”“"»]?${NUMBER}`,
    "u",
  );

  const whole = (pattern) => new RegExp(BEGIN + pattern + END, "gu");
  const TEN = new RegExp(`${BEGIN}\\d{10}${END}${NO_SUM}`, "u");
  const CITIZEN = whole("(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d{9}"); // begins with a day and a month
  const PHONE = whole("(?:(?:\\+|00)(?:383|381|382|386|377|355|389)(?:[\\s()./-]*\\d){7,9}|0[3-6]\\d[\\s/-]\\d{3}[\\s./-]?\\d{3,4})");
  const MAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u;
  const IBAN = whole("[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?");

  // The check of ISO 7064: letters are numbers from 10 on, and the whole leaves 1 when it is divided by 97.
  function isAccount(text) {
    const plain = text.replace(/\s/g, "");
    const digits = [...(plain.slice(4) + plain.slice(0, 4))].map((sign) => parseInt(sign, 36)).join("");
    return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
  }

  const found = (text, pattern) => [...text.matchAll(pattern)];
  const named = (text, pattern, isWord) => found(text, pattern).some(({ groups }) => !groups.name.match(/[\p{L}'’-]{2,}/gu).some(isWord));

  const KINDS = {
    number: (text) => TEN.test(text) || found(text, CITIZEN).length > 0,
    phone: (text) => found(text, PHONE).length > 0,
    mail: (text) => MAIL.test(text),
    account: (text) => found(text, IBAN).some(([one]) => isAccount(one)),
    birth: (text) => found(text, BORN).some((word) => SINCE.test(text.slice(word.index + word[0].length, word.index + 120))),
    name: (text, isWord) => named(text, VICTIM, isWord),
    defendant: (text, isWord) => named(text, DEFENDANT, isWord),
    street: (text) => STREET.test(text),
  };

  window.caselawStops = new Set(["number", "phone", "mail", "account", "birth", "name"]);
  window.caselawPersonal = (text, isWord) => {
    const plain = text.replace(ADDRESSES, " ");
    return Object.keys(KINDS).filter((kind) => KINDS[kind](plain, isWord));
  };
})();
