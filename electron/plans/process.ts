/*
 * Entry of the plan process. Files from outside are opened here and nowhere else: one that takes too long, takes too
 * much memory or brings its library down ends this process, and the app goes on. Runs as Electron's utility process,
 * or as an ordinary forked Node process.
 */
import { parentOf } from '../processes/parent';
import { type FromPlan, isToPlan } from './messages';
import { serve } from './serve';

const parent = parentOf<unknown, FromPlan>();

parent.onMessage((message) => {
  if (isToPlan(message)) void serve(message, parent.send);
});
