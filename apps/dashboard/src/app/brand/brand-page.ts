import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { CompanyColors, PublicContact } from '@porchlight/contracts';
import { SeenMark } from '../shell/marks';
import { Trouble } from '../shell/trouble';
import { BrandPreviews } from './brand-previews';
import { BrandStore } from './brand-store';
import { ColoursPart } from './colours-part';
import { ContactPart } from './contact-part';
import { LogoPart } from './logo-part';
import { PictureUrls } from '../files/picture-urls';
import { PicturesPart } from './pictures-part';

/** How the company looks in its customers' mails and portals, edited beside what comes of it. */
@Component({
  selector: 'app-brand-page',
  imports: [BrandPreviews, ColoursPart, ContactPart, LogoPart, PicturesPart, SeenMark, Trouble],
  providers: [BrandStore, PictureUrls],
  templateUrl: './brand-page.html',
  styleUrl: './brand-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BrandPage {
  protected readonly store = inject(BrandStore);
  private readonly typedColors = signal<CompanyColors | null>(null);
  private readonly typedContact = signal<PublicContact | null>(null);
  protected readonly colors = computed(() => this.typedColors() ?? this.store.brand.value()?.colors ?? null);
  protected readonly contact = computed(() => this.typedContact() ?? this.store.company().contact);

  protected wear(colors: CompanyColors): void {
    this.typedColors.set(colors);
  }

  protected reach(contact: PublicContact): void {
    this.typedContact.set(contact);
  }
}
