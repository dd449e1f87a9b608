import type { RouteDescription } from './describe';
import type { Route } from './routes';

export type DescribedRoute = Route & { description: RouteDescription };

/** Without an access token: what the word for whom a route lets in promises. */
const isOpen = ({ access }: RouteDescription): boolean => access === 'anyone' || access === 'link-holder';

/**
 * A route with its description. Throws where it has none, and where `@Public()` and `access` say different things of
 * whether it asks for an access token.
 */
export const described = (route: Route): DescribedRoute => {
  const name = `${route.method} ${route.path}`;
  const { description } = route;
  if (!description) throw new Error(`${name} does not say whom it lets in: describe it`);
  if (isOpen(description) !== route.public)
    throw new Error(
      `${name} is ${route.public ? '' : 'not '}public, and says that it lets in ${String(description.access)}`,
    );
  return { ...route, description };
};
