import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** `Ruth Alder` → `RA`, `Madonna` → `M`. */
export const initialsOf = (name: string): string => {
  const words = name
    .replace(/\(.*\)/, '')
    .split(/\s+/)
    .filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words.slice(0, 1);
  return ends.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
};

/** Who looks after a lead, where there is no room for a name. */
@Component({
  selector: 'app-initials',
  template: `<span aria-hidden="true">{{ letters() }}</span
    ><span class="visually-hidden">{{ spoken() }}</span>`,
  styles: `
    :host {
      position: relative;
      display: inline-grid;
      place-items: center;
      flex: none;
      width: 26px;
      height: 26px;
      border-radius: 50%;
      background: var(--neutral-wash);
      color: var(--neutral);
      font-size: 0.6875rem;
      font-weight: 650;
    }
  `,
  host: { '[attr.title]': 'name()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Initials {
  readonly name = input.required<string>();
  protected readonly letters = computed(() => initialsOf(this.name()));
  protected readonly spoken = computed(() => `Looked after by ${this.name()}`);
}
