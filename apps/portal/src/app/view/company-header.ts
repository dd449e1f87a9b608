import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PortalViewV1 } from '@porchlight/contracts';
import { Share } from '../share/share';
import type { Viewer } from '../visit';

/** The company's logo and name, and Share. */
@Component({
  selector: 'pl-company-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Share],
  template: `
    <header>
      <p class="company">
        @if (company().logoUrl; as logo) {
          <img [src]="logo" alt="" height="40" />
        }
        <span class="name">{{ company().name }}</span>
      </p>
      <pl-share class="screen-only" [projectId]="projectId()" [projectName]="projectName()" [viewer]="viewer()" />
    </header>
  `,
  styles: `
    header {
      position: relative;
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-4);
      min-height: 64px;
      padding-block: var(--space-2);
      border-bottom: 1px solid var(--hairline);
    }

    .company {
      display: flex;
      align-items: center;
      gap: var(--space-3);
      min-width: 0;
      font-size: var(--text-17);
      font-weight: 650;
      line-height: 1.25;
    }

    .name {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }

    pl-share {
      flex: none;
    }

    img {
      flex: none;
      width: auto;
      max-width: 120px;
      height: 40px;
      object-fit: contain;
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
}
