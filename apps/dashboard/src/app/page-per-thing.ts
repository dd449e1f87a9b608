import { type ActivatedRouteSnapshot, BaseRouteReuseStrategy } from '@angular/router';

/** Another project or lead is another page: nothing of the one before is left in it. */
export class PagePerThing extends BaseRouteReuseStrategy {
  override shouldReuseRoute(future: ActivatedRouteSnapshot, current: ActivatedRouteSnapshot): boolean {
    return super.shouldReuseRoute(future, current) && future.params['id'] === current.params['id'];
  }
}
