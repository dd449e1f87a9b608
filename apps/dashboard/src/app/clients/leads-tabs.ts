import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The heading of a list, with the way to the other one: leads, and the clients they come from. */
@Component({
  selector: 'app-leads-tabs',
  imports: [RouterLink],
  template: `
    @if (here() === 'clients') {
      <a routerLink="/leads">Leads</a>
      <h1>Clients</h1>
    } @else {
      <h1>Leads</h1>
      <a routerLink="/clients">Clients</a>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: baseline;
      gap: var(--space-5);
    }
    a {
      display: inline-grid;
      align-items: center;
      min-height: var(--touch);
      color: var(--muted);
      font-size: var(--text-21);
      font-weight: 550;
      text-decoration: none;
    }
    a:hover {
      color: var(--ink);
      text-decoration: underline;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadsTabs {
  readonly here = input.required<'leads' | 'clients'>();
}
