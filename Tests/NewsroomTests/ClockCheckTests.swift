import NewsModel
import Testing

@testable import Newsroom

@Suite struct ClockCheckTests {
    private func check(_ hours: [String: Double]) throws(RunFailure) {
        var check = ClockCheck()
        for (host, ahead) in hours { check.add(ClockReading(host: host, ahead: ahead * 3600)) }
        check.add(nil)
        try check.check()
    }

    @Test(arguments: [
        ["a": 0.0, "b": 0.1, "c": 400], ["a": 400, "b": 400], ["a": 12, "b": 12, "c": 12],
        ["a": -11, "b": -11, "c": 0],
        ["a": 400, "b": 400, "c": 0, "d": 0.5, "e": 1], ["a": 0, "b": 0, "c": 20, "d": 30],
    ])
    func fewOrNearOnesProveNothing(hours: [String: Double]) throws {
        try check(hours)
    }

    @Test func theMedianOfThreeHostsIsBelieved() throws {
        #expect(throws: RunFailure.clockIsWrong(hours: 13, hosts: 3)) { try check(["a": 13, "b": 13, "c": 0]) }
        #expect(throws: RunFailure.clockIsWrong(hours: -48, hosts: 4)) {
            try check(["a": -48, "b": -48, "c": -48, "d": 0])
        }
        // Between the two in the middle.
        #expect(throws: RunFailure.clockIsWrong(hours: 13, hosts: 4)) {
            try check(["a": 0, "b": 10, "c": 16, "d": 400])
        }
    }

    @Test func whichWayItIsWrongIsSaid() {
        #expect(RunFailure.clockIsWrong(hours: 13, hosts: 3).description.contains("13 h behind"))
        #expect(RunFailure.clockIsWrong(hours: -13, hosts: 3).description.contains("13 h ahead"))
    }
}
