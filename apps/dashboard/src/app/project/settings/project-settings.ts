import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ProjectStore } from '../project-store';
import { ShareLinks } from '../share/share-links';
import { Team } from '../team/team';
import { ProjectFacts } from './project-facts';

/** All that is set once and seldom changed: the facts, the people, the links. */
@Component({
  selector: 'app-project-settings',
  imports: [ProjectFacts, ShareLinks, Team],
  template: `
    @if (store.isBuilder()) {
      <section class="chapter" aria-labelledby="facts-heading">
        <header>
          <h2 id="facts-heading">Project</h2>
          <p class="muted small">
            Your customer sees the name, the address, the status and the deadline, and the days left to it.
          </p>
        </header>
        <app-project-facts class="narrow" />
      </section>
      <section class="chapter" aria-labelledby="team-heading">
        <header>
          <h2 id="team-heading">Team</h2>
          <p class="muted small">
            Customers read along in the portal. Subcontractors see and update their own tasks. Staff are in every
            project.
          </p>
        </header>
        <app-team />
      </section>
      <section class="chapter" aria-labelledby="share-heading">
        <header>
          <h2 id="share-heading">Share links</h2>
          <p class="muted small">For those who want no account. Each link is for one person or household.</p>
        </header>
        <app-share-links class="narrow" />
      </section>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectSettings {
  protected readonly store = inject(ProjectStore);
}
