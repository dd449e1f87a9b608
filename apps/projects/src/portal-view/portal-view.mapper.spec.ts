import { describe, expect, it } from '@jest/globals';
import { portalProjectV1Schema } from '@porchlight/contracts';
import { ProjectFile } from '../file/project-file.entity';
import { Item } from '../item/item.entity';
import { Milestone } from '../milestone/milestone.entity';
import { Project } from '../project/project.entity';
import { Update } from '../update/update.entity';
import { publicListsOf, publicViewOf, type PublicSources } from './portal-view.mapper';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const viewOf = (sources: PublicSources) => publicViewOf(sources, publicListsOf(sources));

const sources = (): PublicSources => {
  const project = Object.assign(new Project(), {
    id: id(1),
    companyId: id(900),
    version: 41,
    name: 'Kitchen',
    address: '4 Elm Street',
    clientName: 'canary client',
    timeZone: 'America/Denver',
    start: '2026-01-05',
    deadline: '2027-03-01',
    status: 'active' as const,
    budget: 77777n,
    createdAt: new Date('2026-01-01T00:00:00Z'),
  });
  const item = Object.assign(new Item(), {
    id: id(901),
    portalId: id(2),
    companyId: id(900),
    projectId: id(1),
    version: 42,
    title: 'Choose the tiles',
    detail: 'By colour',
    kind: 'selection' as const,
    section: 'execution' as const,
    dueDate: '2026-12-01',
    status: 'waiting' as const,
  });
  const milestone = Object.assign(new Milestone(), {
    id: id(902),
    portalId: id(3),
    companyId: id(900),
    projectId: id(1),
    version: 43,
    name: 'Roof on',
    section: 'execution' as const,
    targetDate: '2026-12-24',
    reachedOn: '2026-12-20',
  });
  const update = Object.assign(new Update(), {
    id: id(903),
    portalId: id(4),
    companyId: id(900),
    projectId: id(1),
    version: 44,
    text: 'The roof is on.',
    author: 'canary author',
    at: new Date('2026-12-20T10:00:00Z'),
    fileId: id(904),
  });
  const file = {
    companyId: id(900),
    projectId: id(1),
    version: 45,
    addedAt: new Date('2026-12-19T10:00:00Z'),
    addedBy: 'canary author',
    publicSince: new Date('2026-12-19T11:00:00Z'),
  };
  const photo = Object.assign(new ProjectFile(), {
    ...file,
    id: id(904),
    smallId: id(905),
    name: 'canary photo.jpg',
    title: '',
    kind: 'photo' as const,
    mediaType: 'image/jpeg',
    size: 77777,
    width: 1200,
    height: 800,
    sharedAt: new Date('2026-12-20T10:00:00Z'),
    publicId: id(5),
    publicSmallId: id(6),
  });
  const document = Object.assign(new ProjectFile(), {
    ...file,
    id: id(906),
    smallId: id(907),
    name: 'canary plan.pdf',
    title: 'The plan',
    kind: 'document' as const,
    mediaType: 'application/pdf',
    size: 77777,
    width: null,
    height: null,
    sharedAt: new Date('2026-12-19T12:00:00Z'),
    publicId: id(7),
    publicSmallId: id(908),
  });
  const progress = { overall: 40, planning: 100, execution: 20, closeout: null };
  return { project, progress, items: [item], milestones: [milestone], updates: [update], shared: [photo, document] };
};

describe('the public view', () => {
  it('is exactly this', () => {
    expect(viewOf(sources())).toEqual({
      projectId: id(1),
      name: 'Kitchen',
      address: '4 Elm Street',
      status: 'active',
      timeZone: 'America/Denver',
      deadline: '2027-03-01',
      progress: { overall: 40, planning: 100, execution: 20, closeout: null },
      items: [
        {
          id: id(2),
          title: 'Choose the tiles',
          detail: 'By colour',
          kind: 'selection',
          dueDate: '2026-12-01',
          status: 'waiting',
        },
      ],
      milestones: [
        { id: id(3), name: 'Roof on', section: 'execution', targetDate: '2026-12-24', reachedOn: '2026-12-20' },
      ],
      updates: [
        {
          id: id(4),
          text: 'The roof is on.',
          photoUrl: `/api/portal/${id(1)}/files/${id(5)}`,
          smallUrl: `/api/portal/${id(1)}/files/${id(6)}`,
          width: 1200,
          height: 800,
          at: '2026-12-20T10:00:00.000Z',
        },
      ],
      shared: [
        {
          id: id(5),
          kind: 'photo',
          title: '',
          url: `/api/portal/${id(1)}/files/${id(5)}`,
          smallUrl: `/api/portal/${id(1)}/files/${id(6)}`,
          width: 1200,
          height: 800,
          sharedAt: '2026-12-20T10:00:00.000Z',
        },
        {
          id: id(7),
          kind: 'document',
          title: 'The plan',
          url: `/api/portal/${id(1)}/files/${id(7)}`,
          mediaType: 'application/pdf',
          sharedAt: '2026-12-19T12:00:00.000Z',
        },
      ],
    });
  });

  it('has no key that the schema of the portal does not know', () => {
    const view = viewOf(sources());
    expect(portalProjectV1Schema.parse(view)).toEqual(view);
  });

  it('leaves empty optional keys out altogether', () => {
    const { project, items, milestones } = sources();
    Object.assign(project, { address: null, deadline: null });
    for (const item of items) Object.assign(item, { detail: null, dueDate: null });
    for (const milestone of milestones) milestone.reachedOn = null;
    const text = JSON.stringify(viewOf({ ...sources(), project, items, milestones }));
    expect(text).not.toMatch(/null.*null|address|deadline|detail|dueDate|reachedOn/);
  });

  it('has the same bytes when only what is hidden differs', () => {
    const [one, other] = [sources(), sources()];
    Object.assign(other.project, {
      companyId: id(800),
      version: 7,
      clientName: 'somebody else',
      start: '2020-01-01',
      budget: null,
      createdAt: new Date(),
    });
    for (const part of [...other.items, ...other.milestones, ...other.updates]) {
      Object.assign(part, { id: id(801), companyId: id(800), version: 9 });
    }
    for (const update of other.updates) Object.assign(update, { author: 'somebody else', fileId: id(802) });
    const [photo, document] = other.shared;
    const hidden = { companyId: id(800), version: 9, name: 'other', size: 1, addedBy: 'somebody else' };
    Object.assign(photo ?? {}, { ...hidden, id: id(802), smallId: id(803), addedAt: new Date() });
    Object.assign(document ?? {}, { ...hidden, id: id(804), publicSmallId: id(805), publicSince: new Date() });
    expect(JSON.stringify(viewOf(other))).toBe(JSON.stringify(viewOf(one)));
  });

  it('shows no photo of an update that is not shared', () => {
    const { shared, ...rest } = sources();
    expect(shared).toHaveLength(2);
    expect(viewOf({ ...rest, shared: [] })).toMatchObject({
      updates: [{ id: id(4), text: 'The roof is on.', at: '2026-12-20T10:00:00.000Z' }],
      shared: [],
    });
    expect(JSON.stringify(viewOf({ ...rest, shared: [] }))).not.toContain('files/');
  });

  it('names no person, company or inner id', () => {
    expect(JSON.stringify(viewOf(sources()))).not.toMatch(/canary|77777|0{9}9\d\d/);
  });
});
