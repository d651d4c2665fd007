/** What asks STS who the caller is. Built as a bundle of its own, loaded when somebody wants to know. */
export { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
