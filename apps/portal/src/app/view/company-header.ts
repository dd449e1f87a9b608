import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { Share } from '../share/share';
import type { Viewer } from '../visit';

/** The company's logo and name, and Share. A logo that cannot be had leaves the name. */
@Component({
  selector: 'pl-company-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Share],
  template: `
    <header>
      <p class="company">
        @if (logo(); as url) {
          <img [src]="url" [alt]="company().name" (error)="broken.set(url)" />
        }
        <span class="name" [attr.aria-hidden]="logo() ? true : null">{{ company().name }}</span>
      </p>
      <pl-share class="screen-only" [projectId]="projectId()" [projectName]="projectName()" [viewer]="viewer()" />
    </header>
  `,
  styles: `
    header {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
      min-height: 64px;
      padding-block: var(--space-2);
      border-bottom: 1px solid var(--hairline);
    }

    /* one under the other: whatever the logo's shape, nothing moves when it comes */
    .company {
      /* where a long word or large letters would be cut beside Share, Share goes below */
      flex: 1 1 min-content;
      min-width: 0;
      font-size: var(--text-17);
      font-weight: 650;
      line-height: 1.25;
    }

    .name {
      display: -webkit-box;
      min-width: 6.5rem;
      /* a word counts as whole, and is cut only where it has the line to itself */
      overflow-wrap: break-word;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
    }

    pl-share {
      flex: none;
    }

    img {
      width: auto;
      max-width: min(200px, 100%);
      height: 48px;
      object-fit: contain;
      object-position: left;
    }

    img + .name {
      margin-top: var(--space-1);
      color: var(--muted);
      font-size: var(--text-13);
      font-weight: 600;
    }

    /* most logos are made for paper */
    @media screen and (prefers-color-scheme: dark) {
      img {
        padding: var(--space-1) var(--space-2);
        border-radius: var(--radius);
        background: #ffffff;
      }
    }

    @media print {
      header {
        min-height: 0;
      }
    }
  `,
})
export class CompanyHeader {
  readonly company = input.required<PortalViewV1['company']>();
  readonly projectId = input.required<string>();
  readonly projectName = input.required<string>();
  readonly viewer = input.required<Viewer>();

  /** The address of a logo that could not be had; a new one is tried again. */
  protected readonly broken = signal<string | null>(null);
  protected readonly logo = computed(() => {
    const { logoUrl } = this.company();
    return logoUrl === this.broken() ? undefined : logoUrl;
  });
}
