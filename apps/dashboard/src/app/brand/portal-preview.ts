import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
} from '@angular/core';
import type { Brand, CompanyColors, PublicContact } from '@porchlight/contracts';
import { DaysBadge, ProgressRing, wearBrand } from '@porchlight/ui';
import { StoredPicture } from '../files/stored-picture';

/** The portal on a homeowner's phone, of the parts the real one is made of, with what is on the screen here. */
@Component({
  selector: 'app-portal-preview',
  imports: [DaysBadge, ProgressRing, StoredPicture],
  templateUrl: './portal-preview.html',
  styleUrl: './portal-preview.scss',
  host: {
    '[attr.data-look]': 'look()',
    // It scrolls, so a keyboard can get there; what is in it is a picture.
    tabindex: '0',
    role: 'group',
    '[attr.aria-label]': "'The portal of ' + companyName() + ', as a picture'",
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PortalPreview {
  readonly companyName = input.required<string>();
  readonly timeZone = input.required<string>();
  readonly amberDays = input.required<number>();
  readonly colors = input.required<CompanyColors>();
  readonly contact = input.required<PublicContact>();
  readonly brand = input.required<Brand>();
  readonly look = input.required<'light' | 'dark'>();
  protected readonly deadline = new Date(Date.now() + 47 * 86_400_000).toISOString().slice(0, 10);
  protected readonly sections = [
    { name: 'Planning', percent: 100 },
    { name: 'Execution', percent: 58 },
    { name: 'Closeout', percent: 0 },
  ];
  protected readonly hasContact = computed(() => Object.values(this.contact()).some(Boolean));

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => wearBrand(host, this.colors()));
    // What is changed comes into sight: the contact and its pictures stand at the foot.
    const foot = computed(() => JSON.stringify([this.contact(), this.brand().pictures.map(({ id }) => id)]));
    let seen: string | null = null;
    afterRenderEffect(() => {
      const now = foot();
      if (seen !== null && seen !== now) host.scrollTop = host.scrollHeight;
      seen = now;
    });
  }
}
