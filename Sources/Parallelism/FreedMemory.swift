import CMemory

/// What a program has freed and its allocator still holds.
package enum FreedMemory {
    /// Gives whole pages of it back to the system: after thousands of tasks at once have ended, before other work begins
    /// that needs as much of other sizes.
    package static func giveBack() { give_back_freed_memory() }
}
