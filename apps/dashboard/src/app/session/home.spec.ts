import { describe, expect, it } from '@jest/globals';
import { localPath, portalIn } from './home';

describe('where a sign-in leads', () => {
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/sign-in?to=/sign-in', ''])(
    'does not follow %s',
    (to) => expect(localPath(to)).toBeNull(),
  );

  it('follows a path of its own', () => expect(localPath('/projects/1/plan')).toBe('/projects/1/plan'));

  it('knows the portal of a project', () => {
    const id = '01a1ff8e-0729-70b6-a93d-f27230f12206';
    expect(portalIn(`/portal/${id}`)).toBe(id);
    expect(portalIn(`/portal/${id}/anything`)).toBeNull();
  });
});
