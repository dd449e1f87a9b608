import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

/** Leads and the clients they come from: two lists of one place. */
@Component({
  selector: 'app-leads-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Leads and clients">
      <a routerLink="/leads" routerLinkActive="here" ariaCurrentWhenActive="page">Leads</a>
      <a routerLink="/clients" routerLinkActive="here" ariaCurrentWhenActive="page">Clients</a>
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      gap: var(--space-4);
      border-block-end: 1px solid var(--hairline);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
      padding-inline: 2px;
      border-block-end: 2px solid transparent;
      margin-block-end: -1px;
      color: var(--muted);
      font-weight: 550;
      text-decoration: none;
    }
    a:hover {
      color: var(--ink);
    }
    .here {
      color: var(--ink);
      border-color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadsTabs {}
