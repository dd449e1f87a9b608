import { brandShades, type CompanyColors, contrast, inkOn, readableOn } from '@porchlight/contracts';

export const paper = '#ffffff';
export const darkPaper = '#1e2124';
const darkNote = '#2a2e32';

/** WCAG 2.2, 1.4.11: what a control or a mark has to stand out by. */
const visible = 3;
const visibleOn = (color: string, ground: string): string => readableOn(color, ground, visible) ?? color;

/** Every colour in a mail that is not the template's own; each text on its ground passes AA, whatever the company chose. */
export const letterColors = ({ primary, secondary }: CompanyColors, logoGround: string) => {
  const { primaryDark, secondaryLight } = brandShades({ primary, secondary });
  return {
    primary,
    onPrimary: inkOn(primary),
    secondary,
    secondaryLight,
    /** Around the button: seen on the paper though the button itself be as light. */
    edge: visibleOn(primaryDark, paper),
    edgeInDark: visibleOn(primary, darkPaper),
    /** Beside what a person wrote. */
    rule: visibleOn(secondary, paper),
    ruleInDark: visibleOn(secondary, darkNote),
    plate: logoGround,
    onPlate: inkOn(logoGround),
    head: logoGround,
    // A light plate stands on the dark paper by itself, a dark one fills the head as it does on white.
    headInDark: contrast(logoGround, paper) < contrast(logoGround, '#000000') ? darkPaper : logoGround,
  };
};
