import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Brand, Company, CompanyColors, PreviewMail, PublicContact } from '@porchlight/contracts';
import { DOCUMENT } from '@angular/common';
import { MailPreview } from '../mail-preview/mail-preview';
import { mailedContact } from './mailed-contact';
import { PortalPreview } from './portal-preview';

/** Mail and portal beside each other, with what is typed and not saved yet; on a phone one of them at a time. */
@Component({
  selector: 'app-brand-previews',
  imports: [MailPreview, PortalPreview],
  templateUrl: './brand-previews.html',
  styleUrl: './brand-previews.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BrandPreviews {
  readonly company = input.required<Company>();
  readonly brand = input.required<Brand>();
  readonly colors = input.required<CompanyColors>();
  readonly contact = input.required<PublicContact>();
  protected readonly mail = computed((): PreviewMail => ({
    companyId: this.company().id,
    colors: { primary: this.colors().primary, secondary: this.colors().secondary },
    contact: mailedContact(this.contact(), this.company().contact),
  }));
  protected readonly shown = signal<'portal' | 'mail'>('portal');
  protected readonly look = signal<'light' | 'dark'>(
    inject(DOCUMENT).defaultView?.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  protected readonly looks = [
    { value: 'light', word: 'Day' },
    { value: 'dark', word: 'Dark' },
  ] as const;
  protected readonly kinds = [
    { value: 'portal', word: 'Portal' },
    { value: 'mail', word: 'Mail' },
  ] as const;
}
