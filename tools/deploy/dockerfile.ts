/** What the `ENV` instructions of one stage of a Dockerfile set; a line that goes on ends in a backslash. */
export const environmentOfStage = (dockerfile: string, stage: string): Record<string, string> => {
  const whole = dockerfile.replace(/\\\n\s*/g, ' ').split('\n');
  const start = whole.findIndex((line) => line.startsWith('FROM ') && line.endsWith(` AS ${stage}`));
  if (start < 0) throw new Error(`the Dockerfile has no stage ${stage}`);
  const end = whole.findIndex((line, index) => index > start && line.startsWith('FROM '));
  return Object.fromEntries(
    whole
      .slice(start, end < 0 ? undefined : end)
      .filter((line) => line.startsWith('ENV '))
      .flatMap((line) => line.slice('ENV '.length).split(' '))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
};
