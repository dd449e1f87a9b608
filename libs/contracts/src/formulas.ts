/**
 * Where a spreadsheet may begin a cell: at the start, and behind what separates cells or lines to one of another country
 * (Excel where the list separator is `;`). A quotation mark there is taken off; what then begins a formula (OWASP, CSV
 * injection), also in full width, is one. The apostrophes before it are those of earlier disarming, or typed.
 */
const begins = String.raw`(^|[;\t\r\n])`;
const formula = String.raw`(?='*[ "]*[=+\-@\t\r＝＋－＠])`;
const armed = new RegExp(`${begins}${formula}`, 'g');
const harmless = new RegExp(`${begins}'${formula}`, 'g');

/** The same text, but no spreadsheet calculates with any part of it. */
export const disarmed = (text: string): string => text.replaceAll(armed, "$1'");

/** What was disarmed, as it was. */
export const rearmed = (text: string): string => text.replaceAll(harmless, '$1');
