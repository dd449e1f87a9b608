import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatTabLink, MatTabNav, MatTabNavPanel } from '@angular/material/tabs';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';

/** What the company decides for all its work: itself, how it looks, and the form on its own website. */
@Component({
  selector: 'app-settings',
  imports: [MatTabLink, MatTabNav, MatTabNavPanel, RouterLink, RouterLinkActive, RouterOutlet],
  template: `
    <div class="page">
      <h1>Settings</h1>
      <nav
        mat-tab-nav-bar
        disablePagination
        [tabPanel]="panel"
        mat-stretch-tabs="false"
        aria-label="Parts of the settings"
      >
        @for (part of parts; track part.path) {
          <a
            mat-tab-link
            [routerLink]="part.path"
            routerLinkActive
            #here="routerLinkActive"
            [routerLinkActiveOptions]="{ exact: true }"
            [active]="here.isActive"
            >{{ part.word }}</a
          >
        }
      </nav>
      <mat-tab-nav-panel #panel><router-outlet /></mat-tab-nav-panel>
    </div>
  `,
  styles: `
    .page {
      gap: var(--space-4);
    }
    nav {
      overflow-x: auto;
      scrollbar-width: none;
    }
    @media (max-width: 860px) {
      nav .mat-mdc-tab-link {
        min-width: 0;
        padding-inline: 12px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Settings {
  protected readonly parts = [
    { path: '/settings', word: 'Company' },
    { path: '/settings/brand', word: 'Brand' },
    { path: '/settings/form', word: 'Website form' },
  ];
}
