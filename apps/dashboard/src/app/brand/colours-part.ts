import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import type { Brand, CompanyColors } from '@porchlight/contracts';
import { brandShades } from '@porchlight/contracts/color';
import { EditDesk } from '../edit/edit-desk';
import { StaleNotice } from '../edit/stale-notice';
import { FormHead } from '../form/form-head';
import { SaveBar } from '../form/save-bar';
import { type ColoursDraft, colourRules, coloursOf } from './brand-draft';
import { BrandStore } from './brand-store';
import { Brands } from './brands';
import { ColourField } from './colour-field';
import { ContrastCheck, type Mend } from './contrast-check';
import { Suggestions } from './suggestions';
import { Swatch } from './swatch';

/** The two colours: typed, picked or taken from the logo, and whether they can be read. */
@Component({
  selector: 'app-colours-part',
  imports: [ColourField, ContrastCheck, FormHead, SaveBar, StaleNotice, Suggestions, Swatch],
  templateUrl: './colours-part.html',
  styleUrl: './colours-part.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColoursPart {
  readonly brand = input.required<Brand>();
  /** As typed, saved or not; while none is typed, the one before. */
  readonly typed = output<CompanyColors>();
  protected readonly store = inject(BrandStore);
  private readonly brands = inject(Brands);
  /** What the form began with. */
  private readonly base = signal<Brand | null>(null);
  protected readonly desk = computed(
    () => new EditDesk<Brand, { colors?: CompanyColors }>(this.base() ?? this.brand(), this.write),
  );
  private readonly model = signal<ColoursDraft>({ primary: '', secondary: '' });
  protected readonly form = form(this.model, (path) => apply(path, colourRules));
  protected readonly colors = computed(() => coloursOf(this.model(), (this.base() ?? this.brand()).colors));
  protected readonly shades = computed(() => brandShades(this.colors()));
  protected readonly dirty = computed(() => {
    const { primary, secondary } = (this.base() ?? this.brand()).colors;
    return this.model().primary !== primary || this.model().secondary !== secondary;
  });
  protected readonly saved = signal(false);

  constructor() {
    effect(() => {
      const now = this.brand();
      untracked(() => this.meet(now));
    });
    effect(() => this.typed.emit(this.colors()));
  }

  protected wear(colors: CompanyColors): void {
    this.form.primary().value.set(colors.primary);
    this.form.secondary().value.set(colors.secondary);
  }

  protected mend({ of, color }: Mend): void {
    this.form[of]().value.set(color);
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.saved.set(false);
    const saved = await this.desk().save(this.form, { colors: this.colors() });
    if (!saved) return;
    this.begin(saved);
    this.store.brand.set(saved);
    this.saved.set(true);
  }

  protected keepTheirs(): void {
    const theirs = this.desk().keepTheirs();
    this.begin(theirs);
    this.store.brand.set(theirs);
  }

  protected discard(): void {
    this.begin(this.base() ?? this.brand());
  }

  private readonly write = (brand: Brand, { colors = brand.colors }: { colors?: CompanyColors }): Promise<Brand> =>
    this.brands.recolor(brand, colors);

  /** A newer brand with the same colours (a picture was added) is simply the one to write over; others' colours are not. */
  private meet(now: Brand): void {
    const base = this.base();
    if (!base || base.companyId !== now.companyId || !this.dirty()) this.begin(now);
    else if (JSON.stringify(now.colors) === JSON.stringify(base.colors)) this.base.set(now);
  }

  private begin(brand: Brand): void {
    if (brand.companyId !== this.base()?.companyId) this.saved.set(false);
    this.base.set(brand);
    this.form().reset({ primary: brand.colors.primary, secondary: brand.colors.secondary });
  }
}
