import Dispatch
import Parallelism
import Testing

@Suite struct ParallelTests {
    private struct Failure: Error {}

    @Test func bothAreDoneAtTheSameTime() {
        let (here, beside) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let made = Parallel.both {
            here.signal()
            beside.wait()
            return "beside"
        } _: {
            here.wait()
            beside.signal()
            return "here"
        }
        #expect(made == ("beside", "here"))
    }

    @Test func aFailureHereIsTheFailureOfBoth() {
        #expect(throws: Failure.self) { try Parallel.both({ 1 }, { throw Failure() }) }
    }

    @Test func piecesComeInOrder() {
        for count in [0, 1, 7, 8, 9] {
            #expect(Parallel.map(count, inPiecesOf: 4) { $0 } == Array(0..<count))
        }
    }
}
