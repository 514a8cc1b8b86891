/** The port to the scanner: it says what it found by this tag on the object, in the words of GuardDuty Malware Protection for S3. */
export const verdictTag = 'GuardDutyMalwareScanStatus';
export const verdicts = { clean: 'NO_THREATS_FOUND', infected: 'THREATS_FOUND' } as const;

/** Whatever else it says, such as UNSUPPORTED or FAILED, it has not found the file clean. */
export const scanIn = (
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[],
): 'pending' | 'clean' | 'infected' | 'unscannable' => {
  const verdict = tags.find(({ Key }) => Key === verdictTag);
  switch (verdict?.Value) {
    case undefined:
      return 'pending';
    case verdicts.clean:
      return 'clean';
    case verdicts.infected:
      return 'infected';
    default:
      return 'unscannable';
  }
};
