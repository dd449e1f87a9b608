import { ChangeDetectionStrategy, Component, computed, effect, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ChangeMember, Member } from '@porchlight/contracts';
import { onReturn } from '../../api/loaded';
import { InvitationRows } from '../../people/invitation-rows';
import { InviteForm } from '../../people/invite-form';
import { Confirm } from '../../sheet/confirm';
import { Outcome, OutcomeNote } from '../../sheet/outcome';
import { Icon } from '../../shell/icon';
import { Trouble } from '../../shell/trouble';
import { showFullDay } from '../../words/dates';
import { roleWords } from '../../words/words';
import { ShareStore } from '../share/share-store';
import { RemoveMember } from './remove-member';
import { TeamStore } from './team-store';

/** The people of a project: members, invitations, Invite Member. */
@Component({
  selector: 'app-team',
  imports: [Confirm, Icon, InvitationRows, InviteForm, MatButton, OutcomeNote, RemoveMember, Trouble],
  templateUrl: './team.html',
  styleUrl: '../../people/person-rows.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Team {
  readonly inviting = output<boolean>();
  /** Whether something typed would be lost. */
  readonly typed = output<boolean>();
  protected readonly store = inject(TeamStore);
  private readonly share = inject(ShareStore);
  protected readonly outcome = new Outcome();
  protected readonly asksWhom = signal(false);
  protected readonly roles = roleWords;
  /** Those of this project, then the staff, who are in every project. */
  protected readonly members = computed(() => {
    const all = this.store.members.value();
    return all && [...all.filter(isOfProject), ...all.filter((member) => !isOfProject(member))];
  });
  protected readonly isOfProject = isOfProject;
  protected readonly day = (instant: string): string => showFullDay(instant.slice(0, 10));

  constructor() {
    this.store.load();
    onReturn(() => this.store.load());
    effect(() => this.inviting.emit(this.asksWhom()));
  }

  protected invite(): void {
    this.outcome.clear();
    this.asksWhom.set(true);
  }

  protected invited(sentence: string): void {
    this.back();
    this.outcome.done.set(sentence);
  }

  /** Somebody may have come in while this one was typing. */
  protected back(): void {
    this.asksWhom.set(false);
    this.store.load();
  }

  protected otherRole({ role }: Member): ChangeMember['role'] {
    return role === 'customer' ? 'subcontractor' : 'customer';
  }

  protected becoming(member: Member): string {
    return this.otherRole(member) === 'customer'
      ? 'They see the portal instead of their tasks; the tasks keep their name.'
      : 'Their open portal screens close; they see and update their own tasks instead.';
  }

  protected changeRole(member: Member): Promise<void> {
    return this.outcome.of(async () => {
      const role = this.otherRole(member);
      const closed = await this.store.changeRole(member, role);
      const change = `${member.name} is a ${roleWords[role].toLowerCase()} now.`;
      return closed ? change : `${change} Their portal is shut; one screen is still being closed.`;
    });
  }

  protected remove(member: Member, linkIds: readonly string[]): Promise<void> {
    return this.outcome.of(async () => {
      const closed = await this.store.remove(member, linkIds);
      if (linkIds.length > 0) void this.share.links.load();
      const links = linkIds.length === 0 ? '' : linkIds.length === 1 ? ' and the link is' : ' and the links are';
      const what = links ? `${member.name} is removed${links} revoked` : `${member.name} is removed`;
      return closed
        ? `${what}; open screens are closed.`
        : `${what}. Nothing more is let in; a screen that was open is still being closed.`;
    });
  }
}

/** Staff belong to the company and are managed there. */
function isOfProject({ role }: Member): boolean {
  return role === 'customer' || role === 'subcontractor';
}
