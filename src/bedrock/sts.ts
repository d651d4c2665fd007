/**
 * What asks STS who the caller is. Built as a bundle of its own, loaded when somebody wants to know; the client that
 * sends it is the one that the SDK assumes roles with, since a second one would double what is shipped.
 */
export { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
