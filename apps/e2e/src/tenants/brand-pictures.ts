import { type Client, type Reply, until } from '@porchlight/testing';

/** Eight by eight pixels of deep spruce. */
export const aPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWOQ93PDihiGlgQAcwcswYeAgsAAAAAASUVORK5CYII=',
  'base64',
);

/** Changes the brand in the version that it has, again where somebody else was faster. */
const changed = async (owner: Client, method: string, path: string): Promise<Reply['body']> => {
  for (let tries = 0; tries < 10; tries += 1) {
    const { version: ifMatch } = (await owner.get('/api/leads/brand')).body;
    const reply = await owner.send(method, path, aPicture, { ifMatch, headers: { 'content-type': 'image/png' } });
    if (reply.status < 300) return reply.body;
    if (reply.status !== 412) throw new Error(`no picture: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
  throw new Error('somebody else was always faster');
};

/** One more picture of the owner's company: its id, and the brand's version afterwards. */
export const addPicture = async (owner: Client): Promise<{ picture: string; version: number }> => {
  const { pictures, version } = await changed(owner, 'POST', '/api/leads/brand/pictures');
  return { picture: pictures.at(-1).id, version };
};

export const putLogo = async (owner: Client): Promise<{ version: number }> => ({
  version: (await changed(owner, 'PUT', '/api/leads/brand/logo')).version,
});

/** Under which id the portal's viewers get the company's first picture. */
export const fileInView = async (viewer: Client, projectId: string): Promise<string> => {
  const url = await until(
    async () => (await viewer.get(`/api/portal/${projectId}`)).body.company?.pictures?.[0]?.url as string | undefined,
    15_000,
    'the picture did not reach the portal',
  );
  return url.slice(url.lastIndexOf('/') + 1);
};
