import Dispatch
import Parallelism
import Testing

@Suite struct ParallelTests {
    private struct Failure: Error {}

    @Test func bothAreDoneAtTheSameTime() {
        let (here, beside) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let made = Parallel.both {
            here.signal()
            return beside.wait(timeout: .now() + 10)
        } _: {
            let result = here.wait(timeout: .now() + 10)
            beside.signal()
            return result
        }
        #expect(made == (.success, .success))
    }

    @Test func aFailureHereIsTheFailureOfBoth() {
        #expect(throws: Failure.self) { try Parallel.both({ 1 }, { throw Failure() }) }
    }

    @Test(arguments: [0, 1, 7, 8, 9]) func resultsComeInOrder(count: Int) {
        #expect(Parallel.map(count) { $0 } == Array(0..<count))
        #expect(Parallel.map(count, inPiecesOf: 4) { $0 } == Array(0..<count))
    }

    @Test func onlyTheLastPieceIsSmaller() {
        #expect(Parallel.pieces(of: 9, size: 4) { $0 } == [0..<4, 4..<8, 8..<9])
        #expect(Parallel.pieces(of: 8, size: 4) { $0 } == [0..<4, 4..<8])
        #expect(Parallel.pieces(of: 0, size: 4) { $0 }.isEmpty)
    }

    @Test func aFutureHasItsValueHoweverOftenItIsAsked() {
        let future = BlockingFuture { 7 }
        #expect([future.value, future.value] == [7, 7])
    }
}
