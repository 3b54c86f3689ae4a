export const start = (root) => {
  const stage = stageOf(root);
  const parts = [
    addHistory, addControls, addKeys, addWheel, addMotion, addPreloading, addSound, addFilms, addRecordings, addCompare,
    addQuiz, addSharing, addFullscreen,
  ];
  for (const part of parts) {
    try {
      part(stage);
    } catch (error) {
      console.error("gallery:", error);
    }
  }
  stage.begin();
};
