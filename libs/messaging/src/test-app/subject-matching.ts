/** Whether a subject with wildcards (`*` one word, `>` the rest) matches all that another, which may have some, does. */
export const covers = (pattern: string, subject: string): boolean => {
  const [words, given] = [pattern.split('.'), subject.split('.')];
  for (const [index, word] of words.entries()) {
    const other = given[index];
    if (other === undefined) return false;
    if (word === '>') return true;
    if (other === '>' || (word !== '*' && word !== other)) return false;
  }
  return words.length === given.length;
};
