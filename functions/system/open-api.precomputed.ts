import { openApiDocument } from '../../shared/contract/open-api.ts';
import { routes } from '../routes.ts';

export const document = openApiDocument(routes);
