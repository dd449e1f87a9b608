import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Lead } from '@porchlight/contracts';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { showMoment } from '../words/dates';

/** The Client Project block of a lead: Publish Project, then the green tick and who may be invited. */
@Component({
  selector: 'app-client-project',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <section class="card" aria-labelledby="client-project-heading">
      <h2 id="client-project-heading">Client Project</h2>
      @if (lead().portal; as portal) {
        <p class="published">
          <span class="tick"><app-icon name="check" /></span>
          <span>
            <strong>{{ portal.name }}</strong>
            <br /><span class="muted small">Published {{ moment(portal.publishedAt) }}</span>
          </span>
        </p>
        <a matButton="outlined" [routerLink]="['/projects', portal.projectId]"
          >Open the project <app-icon name="arrow" iconPositionEnd
        /></a>
        <div>
          <h3>Client’s contacts</h3>
          <ul>
            @for (contact of lead().client.contacts; track contact.id) {
              <li>
                <strong>{{ contact.name }}</strong>
                <span class="muted small">{{ contact.email ?? 'No e-mail' }}</span>
              </li>
            } @empty {
              <li class="muted">No contact yet.</li>
            }
          </ul>
          <p class="muted small">
            Publishing gave nobody access. Invite them in the project, under Team, or hand over a link with Share.
          </p>
        </div>
      } @else {
        <p class="muted">
          When the client says yes, publish: the lead becomes a project with its own page for the client. Nobody gets
          access by that; you invite them after.
        </p>
        <button matButton="filled" type="button" (click)="publish()">Publish Project</button>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-4);
      justify-items: start;
    }
    h2 {
      font-size: var(--text-17);
    }
    h3 {
      font-size: var(--text-15);
      margin-block-end: var(--space-2);
    }
    .published {
      display: flex;
      gap: var(--space-3);
      align-items: start;
    }
    .tick {
      display: inline-grid;
      place-items: center;
      width: 26px;
      height: 26px;
      flex: none;
      border-radius: 50%;
      background: var(--done);
      color: var(--surface);
    }
    .tick app-icon {
      stroke-width: 2.5;
    }
    ul {
      margin-block-end: var(--space-3);
    }
    li {
      display: grid;
      padding-block: var(--space-2);
      border-block-start: 1px solid var(--hairline);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientProject {
  readonly lead = input.required<Lead>();
  readonly published = output();
  private readonly sheets = inject(Sheets);
  protected readonly moment = showMoment;

  protected async publish(): Promise<void> {
    const { PublishSheet } = await import('./publish-sheet');
    if (await this.sheets.open<boolean>(PublishSheet, this.lead())) this.published.emit();
  }
}
