import type { CompanyColors } from '@porchlight/contracts';
import { contrast, inkOn } from '@porchlight/contracts/color';
import { brandProperties } from '@porchlight/ui';

/** Somewhere a colour of the company is worn. */
export interface Place {
  readonly of: keyof CompanyColors;
  readonly where: string;
  readonly what: string;
  /** How it is worn there: the colour itself, or the nearest one that reads. */
  readonly worn: string;
  /** What stands on what, to be looked at. */
  readonly ink: string;
  readonly ground: string;
  /** Contrast of the colour as it was chosen. */
  readonly ratio: number;
  /**
   * `reads`: as chosen. `mended`: too faint by day, the nearest that reads is worn instead. `adapted`: no colour reads on
   * both paper and night; the night has its own shade.
   */
  readonly verdict: 'reads' | 'mended' | 'adapted';
}

/** What WCAG 2.2 AA asks of text. */
export const enough = 4.5;

/** The portal's papers, and the grounds on them that are harder to read on (tokens.css). */
const day = { paper: '#faf8f4', hard: '#f2eee6' } as const;
const night = { paper: '#16181a', hard: '#25292d' } as const;

/** Every place where the two colours (`#rrggbb`) are worn, and how they do there. */
export function placesOf(colors: CompanyColors): readonly Place[] {
  const worn = brandProperties(colors);
  const onPaper = (of: keyof CompanyColors, what: string): Place => {
    const chosen = colors[of];
    const shown = worn.get(`--brand-${of === 'primary' ? 'accent' : 'second'}-light`) ?? chosen;
    const verdict = shown === chosen ? 'reads' : 'mended';
    const ratio = contrast(chosen, verdict === 'reads' ? day.paper : day.hard);
    return { of, where: 'Portal by day', what, worn: shown, ink: shown, ground: day.paper, ratio, verdict };
  };
  const atNight = (of: keyof CompanyColors, what: string): Place => {
    const chosen = colors[of];
    const shown = worn.get(`--brand-${of === 'primary' ? 'accent' : 'second'}-dark`) ?? chosen;
    const verdict = shown === chosen ? 'reads' : 'adapted';
    const ratio = contrast(chosen, verdict === 'reads' ? night.paper : night.hard);
    return { of, where: 'Portal in the dark', what, worn: shown, ink: shown, ground: night.paper, ratio, verdict };
  };
  const mailInk = inkOn(colors.primary);
  return [
    onPaper('primary', 'Links, buttons and the progress ring'),
    atNight('primary', 'Links, buttons and the progress ring'),
    {
      of: 'primary',
      where: 'Mail',
      what: 'Words on the head and the button',
      worn: colors.primary,
      ink: mailInk,
      ground: colors.primary,
      ratio: contrast(mailInk, colors.primary),
      verdict: 'reads',
    },
    onPaper('secondary', 'Bars of planning, execution and closeout'),
    atNight('secondary', 'Bars of planning, execution and closeout'),
  ];
}

/** `4.5 : 1`, rounded down, so that what does not pass never looks as if it did. */
export const ratioWords = (ratio: number): string => `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1`;
