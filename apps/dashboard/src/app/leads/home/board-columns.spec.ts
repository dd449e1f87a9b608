import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeLead, Lead } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { ChosenCompany } from '../../session/chosen-company';
import { aLead } from '../a-lead';
import { BoardColumns } from './board-columns';
import { LeadsOnScreen } from './leads-on-screen';

/** A service with one lead, whose lists answer when the test says so. */
class Service {
  stored = aLead();
  private readonly waiting: { stage: string; answer: () => void }[] = [];

  get(url: string, { stage = '' }: Record<string, string>): Promise<unknown> {
    if (url.endsWith('totals')) return new Promise(() => {});
    return new Promise((resolve) => {
      const answer = () => resolve({ items: this.stored.stage === stage ? [this.stored] : [], nextCursor: null });
      this.waiting.push({ stage, answer });
    });
  }

  patch(_url: string, change: ChangeLead): Promise<Lead> {
    this.stored = { ...this.stored, ...(change as Partial<Lead>), version: this.stored.version + 1 };
    return this.patched();
  }
  patched = (): Promise<Lead> => Promise.resolve(this.stored);

  async answers(...stages: string[]): Promise<void> {
    for (const { stage, answer } of this.waiting) if (stages.includes(stage)) answer();
    await new Promise((done) => setTimeout(done));
  }
}

describe('a card that was moved on the board', () => {
  let service: Service;
  let screen: LeadsOnScreen;
  let board: BoardColumns;
  const columnsOf = (id: string) =>
    board.columns().flatMap(({ stage, leads }) => (leads?.some((lead) => lead.id === id) ? [stage] : []));

  beforeEach(async () => {
    service = new Service();
    const chosen = { id: () => 'alder', company: () => null, query: () => ({}) };
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [
        LeadsOnScreen,
        BoardColumns,
        { provide: Api, useValue: service },
        { provide: ChosenCompany, useValue: chosen },
      ],
    });
    screen = TestBed.inject(LeadsOnScreen);
    board = TestBed.inject(BoardColumns);
    board.restart();
    await service.answers('new', 'contacted', 'site_visit', 'quoting', 'won', 'lost');
    expect(columnsOf(service.stored.id)).toEqual(['new']);
  });

  it('stays while the columns are renewed one after the other, whichever comes first', async () => {
    for (const [stage, order] of [
      ['contacted', ['new', 'contacted']],
      ['site_visit', ['site_visit', 'contacted']],
    ] as const) {
      await screen.changes.make(service.stored, { stage });
      expect(columnsOf(service.stored.id)).toEqual([stage]);
      screen.renew();
      for (const answering of order) {
        await service.answers(answering);
        expect(columnsOf(service.stored.id)).toEqual([stage]);
      }
    }
  });

  it('stays while the move is under way and its old column has been renewed already', async () => {
    let arrive = (): void => undefined;
    service.patched = () => new Promise((resolve) => (arrive = () => resolve(service.stored)));
    const moving = screen.changes.make(service.stored, { stage: 'contacted' });
    await service.answers();
    screen.renew();
    await service.answers('new');
    expect(columnsOf(service.stored.id)).toEqual(['contacted']);
    arrive();
    await moving;
    expect(columnsOf(service.stored.id)).toEqual(['contacted']);
  });
});
