// The classic script: a page without modules gets the elements and not one global name.
import { register } from './register.ts';

register();
