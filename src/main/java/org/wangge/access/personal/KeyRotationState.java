package org.wangge.access.personal;

/// How far a change of keys has come. Each waiting is longer than anybody keeps a [Keyring].
public enum KeyRotationState {
    /// The new key finds and opens, and seals nothing yet.
    INTRODUCING,
    /// All that is written is under the new key, and what is older is sealed anew.
    REWRITING,
    /// Nothing older was found; what was under way may still have been written.
    RESTING,
    /// The last look.
    CHECKING,
    /// The old keys are destroyed.
    DONE
}
