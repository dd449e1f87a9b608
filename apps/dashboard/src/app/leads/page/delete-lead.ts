import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { Lead } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { plainly, Refusal } from '../../api/refusal';
import { Confirm } from '../../sheet/confirm';

/** Deletes a lead nobody has published; says why a published one stays. */
@Component({
  selector: 'app-delete-lead',
  imports: [Confirm],
  template: `
    @if (lead().portal) {
      <p class="muted small">
        A published lead stays: its project cannot be deleted. When the work is done, archive the project.
      </p>
    } @else {
      <app-confirm
        action="Delete lead"
        [of]="lead().client.name + ', ' + lead().projectType"
        [question]="question()"
        (confirmed)="remove()"
      />
    }
    <div role="alert">
      @if (trouble(); as sentence) {
        <p class="trouble">{{ sentence }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeleteLead {
  readonly lead = input.required<Lead>();
  readonly deleted = output();
  /** It is another lead now than the one that was to be deleted. */
  readonly changed = output();
  private readonly api = inject(Api);
  protected readonly trouble = signal<string | null>(null);

  protected question(): string {
    const shell = this.lead().hasShell ? ', and the portal prepared for it' : '';
    return `The lead is gone for good, with its notes, files and activity${shell}. The client and their contacts stay.`;
  }

  protected async remove(): Promise<void> {
    this.trouble.set(null);
    try {
      await this.api.delete(`/api/leads/${this.lead().id}`, { version: this.lead().version });
      this.deleted.emit();
    } catch (error) {
      const stale = error instanceof Refusal && error.code === 'version_stale';
      this.trouble.set(
        stale
          ? 'Somebody changed this lead meanwhile. Look at it again, then delete it if you still want to.'
          : plainly(error),
      );
      if (error instanceof Refusal) this.changed.emit();
    }
  }
}
