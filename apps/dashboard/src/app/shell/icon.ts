import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Outlines on a 24 px grid, drawn with one stroke. */
const icons = {
  add: ['M12 5v14', 'M5 12h14'],
  arrow: ['M9 6l6 6-6 6'],
  back: ['M15 6l-6 6 6 6'],
  bell: ['M18 16v-5a6 6 0 1 0-12 0v5l-2 2.5h16z', 'M10 21h4'],
  chart: ['M4 20V10', 'M10 20V4', 'M16 20v-7', 'M21 20H3'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  clock: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 7v5l3 2'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  copy: ['M9 9h11v11H9z', 'M15 9V4H4v11h5'],
  dots: [
    'M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
    'M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
    'M19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  ],
  down: ['M6 10l6 6 6-6'],
  download: ['M12 4v11', 'M8 11.5l4 4 4-4', 'M5 19.5h14'],
  edit: ['M4 20l1-4L16.5 4.5l3 3L8 19z', 'M14.5 6.5l3 3'],
  eye: [
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z',
    'M12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  ],
  file: ['M6 3.5h8.5L19 8v12.5H6z', 'M14 3.5V8.5h5', 'M9 12.5h7', 'M9 16h5'],
  flag: ['M6 21V4', 'M6 4h11l-2.5 4L17 12H6'],
  folder: [
    'M3 7.5A1.5 1.5 0 0 1 4.5 6H9l2 2.5h8.5A1.5 1.5 0 0 1 21 10v8a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18z',
  ],
  home: ['M4 11l8-7 8 7', 'M6 9.5V20h12V9.5', 'M10 20v-5h4v5'],
  lead: ['M4 5h16l-6 7.5V19l-4 1.5v-8z'],
  link: ['M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.6l-1 1', 'M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.6l1-1'],
  lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  mail: ['M3.5 6h17v12h-17z', 'M4 7l8 6 8-6'],
  out: ['M10 4H5v16h5', 'M14 8l4 4-4 4', 'M18 12H9'],
  people: [
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
    'M2.5 20a6.5 6.5 0 0 1 13 0',
    'M16 4.8a3.5 3.5 0 0 1 0 6.4',
    'M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
  ],
  person: ['M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4.5 20.5a7.5 7.5 0 0 1 15 0'],
  picture: ['M4 5h16v14H4z', 'M4 16l4.5-4.5 4 4 3-3L20 17', 'M9 8a1.4 1.4 0 1 0 0 2.8A1.4 1.4 0 0 0 9 8z'],
  rotate: ['M20 11a8 8 0 1 0-1 5', 'M20 5v6h-6'],
  settings: [
    'M4 7h10',
    'M18 7h2',
    'M4 17h2',
    'M10 17h10',
    'M16 4.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
    'M8 14.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
  ],
  share: ['M12 15V4', 'M8 7.5L12 3.5l4 4', 'M5 12v8h14v-8'],
  swap: ['M4 8h14l-3-3', 'M20 16H6l3 3'],
  up: ['M6 15l6-6 6 6'],
  unfold: ['M8 9.5l4-4 4 4', 'M8 14.5l4 4 4-4'],
  trash: ['M5 7h14', 'M9 7V4.5h6V7', 'M7 7l1 13h8l1-13'],
} as const;

export type IconName = keyof typeof icons;

/** A picture beside a word, or in a button that has its own label: never read out by itself. */
@Component({
  selector: 'app-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    @for (path of paths(); track path) {
      <path [attr.d]="path" />
    }
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      width: 1.25em;
      height: 1.25em;
      vertical-align: -0.25em;
    }
    svg {
      width: 100%;
      height: 100%;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly paths = computed(() => icons[this.name()]);
}
