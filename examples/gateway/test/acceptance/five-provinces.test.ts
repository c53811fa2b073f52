import { runningGateway } from '../support/running-gateway.ts';
import { describeFiveProvinces } from './five-provinces.ts';

describeFiveProvinces(runningGateway().ask);
