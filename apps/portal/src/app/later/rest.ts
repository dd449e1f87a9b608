/** All of the portal that nobody waits for at first: what stands below the ring, the live line, and where a visit ends. */
export { follow } from '../live/follow';
export { Ending } from '../pages/ending';
export { SharePanel } from '../share/share-panel';
export { Below } from '../view/below';
export { Foot } from '../view/foot';
export { HowMade } from '../view/how-made';
