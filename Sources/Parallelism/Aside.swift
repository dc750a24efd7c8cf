import Dispatch
import Synchronization

/// A value that another core makes while whoever will want it does something else. Like ``Parallel`` it is for those
/// who can't suspend, and so a queue of Dispatch and no task.
package final class Aside<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let made = Mutex<Value?>(nil)
    private let make: @Sendable () -> Value

    /// Begins to make it.
    package init(_ make: @escaping @Sendable () -> Value) {
        self.make = make
        DispatchQueue.global().async(group: group) {
            let value = make()
            self.made.withLock { $0 = value }
        }
    }

    /// The value; waits until it is made.
    package var value: Value {
        group.wait()
        return made.withLock { $0 } ?? make()
    }
}
