/** Every command. */
import { addConnection } from './addConnection.ts';
import { addFallbackModel } from './addFallbackModel.ts';
import { addFavourite } from './addFavourite.ts';
import { addModelToConfig } from './addModelToConfig.ts';
import { chatWithModel } from './chatWithModel.ts';
import { checkConfig } from './checkConfig.ts';
import { checkSetup } from './checkSetup.ts';
import { chooseConfig } from './chooseConfig.ts';
import { clearModelFilter } from './clearModelFilter.ts';
import { compareModels } from './compareModels.ts';
import { configureDiscovery } from './configureDiscovery.ts';
import { copyIamPolicy } from './copyIamPolicy.ts';
import { copyModelArn } from './copyModelArn.ts';
import { copyModelId } from './copyModelId.ts';
import { copyModelRef } from './copyModelRef.ts';
import { createConfig } from './createConfig.ts';
import { filterModels } from './filterModels.ts';
import { getStarted } from './getStarted.ts';
import { groupModels } from './groupModels.ts';
import { hideModel } from './hideModel.ts';
import { installPlugin } from './installPlugin.ts';
import { migrateDiscovery } from './migrateDiscovery.ts';
import { openConfig } from './openConfig.ts';
import { openEnvironmentFile } from './openEnvironmentFile.ts';
import { openModelPage } from './openModelPage.ts';
import { refreshModels } from './refreshModels.ts';
import { removeApiKey } from './removeApiKey.ts';
import { removeFallbackModel } from './removeFallbackModel.ts';
import { removeFavourite } from './removeFavourite.ts';
import { removeModelFromConfig } from './removeModelFromConfig.ts';
import { selectProfile } from './selectProfile.ts';
import { selectRegion } from './selectRegion.ts';
import { selectRoutePolicy } from './selectRoutePolicy.ts';
import { setAgentModel } from './setAgentModel.ts';
import { setAlias } from './setAlias.ts';
import { setApiKey } from './setApiKey.ts';
import { setFallbackModels } from './setFallbackModels.ts';
import { setImageModel } from './setImageModel.ts';
import { setOpenClawProfile } from './setOpenClawProfile.ts';
import { setPrimaryModel } from './setPrimaryModel.ts';
import { setUpInstanceRole } from './setUpInstanceRole.ts';
import { showAllModels } from './showAllModels.ts';
import { showConnection } from './showConnection.ts';
import { showHiddenModels } from './showHiddenModels.ts';
import { showLog } from './showLog.ts';
import { signIn } from './signIn.ts';
import { sortModels } from './sortModels.ts';
import { startGateway } from './startGateway.ts';
import { stopUsingInChat } from './stopUsingInChat.ts';
import { testModel } from './testModel.ts';
import { troubleshoot } from './troubleshoot.ts';
import { undoLastConfigChange } from './undoLastConfigChange.ts';
import { unhideModel } from './unhideModel.ts';
import { useInChat } from './useInChat.ts';
import { useProxy } from './useProxy.ts';
import type { Command } from './parts.ts';

export const COMMANDS: readonly Command[] = [
  addConnection,
  addFallbackModel,
  addFavourite,
  addModelToConfig,
  chatWithModel,
  checkConfig,
  checkSetup,
  chooseConfig,
  clearModelFilter,
  compareModels,
  configureDiscovery,
  copyIamPolicy,
  copyModelArn,
  copyModelId,
  copyModelRef,
  createConfig,
  filterModels,
  getStarted,
  groupModels,
  hideModel,
  installPlugin,
  migrateDiscovery,
  openConfig,
  openEnvironmentFile,
  openModelPage,
  refreshModels,
  removeApiKey,
  removeFallbackModel,
  removeFavourite,
  removeModelFromConfig,
  selectProfile,
  selectRegion,
  selectRoutePolicy,
  setAgentModel,
  setAlias,
  setApiKey,
  setFallbackModels,
  setImageModel,
  setOpenClawProfile,
  setPrimaryModel,
  setUpInstanceRole,
  showAllModels,
  showConnection,
  showHiddenModels,
  showLog,
  signIn,
  sortModels,
  startGateway,
  stopUsingInChat,
  testModel,
  troubleshoot,
  undoLastConfigChange,
  unhideModel,
  useInChat,
  useProxy,
];
