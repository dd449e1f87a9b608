import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { Lead, Publish } from '@porchlight/contracts';
import { onHint } from '../api/hints';
import { onReturn } from '../api/loaded';
import { Sheets } from '../sheet/sheets';
import { Icon } from '../shell/icon';
import { showMoment } from '../words/dates';
import { ClientProjectContacts } from './client-project-contacts';
import { ClientProjectStore } from './client-project-store';
import { ConvertPart } from './convert-part';
import { PublishDetails } from './publish-details';
import { PublishForm } from './publish-form';

/** The Client Project block of a lead: Publish Project, then the green tick, who has come how far, and Invite. */
@Component({
  selector: 'app-client-project',
  imports: [ClientProjectContacts, ConvertPart, Icon, MatButton, PublishDetails, PublishForm, RouterLink],
  providers: [ClientProjectStore],
  templateUrl: './client-project.html',
  styleUrl: './client-project.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientProject {
  readonly lead = input.required<Lead>();
  /** Published, renamed or converted here: the lead is another now. */
  readonly published = output();
  protected readonly store = inject(ClientProjectStore);
  private readonly sheets = inject(Sheets);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly tick = viewChild<ElementRef<HTMLElement>>('tick');
  protected readonly moment = showMoment;

  /** The form that is open, and what it is for. */
  protected readonly open = signal<'publish' | 'convert' | 'details' | null>(null);
  protected readonly portal = computed(() => this.lead().portal ?? this.store.just());
  protected readonly canInvite = computed(
    () => (this.portal() !== null || this.lead().hasShell) && this.lead().client.contacts.length > 0,
  );

  constructor() {
    effect(() => {
      const lead = this.lead();
      untracked(() => this.store.open(lead));
    });
    onReturn(() => void this.store.contacts.load());
    onHint(
      '/api/leads/changes',
      () => ({ companyId: this.lead().companyId }),
      (news) => {
        if (news.touches('lead', this.lead().id) || news.touches('client', this.lead().client.id))
          void this.store.contacts.load();
      },
    );
  }

  protected readonly publish = async (publish: Publish): Promise<void> => {
    await this.store.publish(publish);
    this.finish();
  };

  /** Published in the same step. */
  protected readonly convert = async (publish: Publish): Promise<void> => {
    const { projectId } = await this.store.convert(publish);
    this.open.set(null);
    await this.router.navigate(['/projects', projectId]);
  };

  protected finish(): void {
    this.open.set(null);
    this.published.emit();
    void this.store.contacts.load();
    setTimeout(() => this.tick()?.nativeElement.focus());
  }

  protected async invite(): Promise<void> {
    const { InviteSheet } = await import('./invite-sheet');
    const data = { lead: this.lead(), name: this.portal()?.name ?? this.lead().publishDefaults.name };
    await this.sheets.open(InviteSheet, data, this.injector);
    this.published.emit();
    void this.store.contacts.load();
  }
}
