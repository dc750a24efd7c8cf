/// Words so common that sharing them says nothing, folded.
enum StopWords {
    static func contains(_ word: String) -> Bool { all.contains(word) }

    private static let all = Set(
        [english, german, french, spanish, others].joined(separator: " ").split(whereSeparator: \.isWhitespace)
            .map(String.init))

    private static let english = """
        a about above after again against all also am amid among an and another any are as at be because been before
        being below between both but by can cannot could d did do does doing don down during each either else even
        ever every few for from further get gets getting give go goes going got had has have having he her here hers
        herself him himself his how i if in into is isn it its itself just let ll m made make makes may me might mine
        more most much must my myself near never no nor not now of off on once one only or other our ours out over
        own per put re s same says said say she should since so some still such t than that the their theirs them
        themselves then there these they this those though through thus to too toward towards under until up upon us
        ve very via vs was wasn we were what when where whether which while who whom whose why will with within
        without won would yet you your yours amp nbsp quot
        """

    private static let german = """
        aber als am an auch auf aus bei bis das dass dem den der des die dies diese dieser doch durch ein eine einem
        einen einer eines er es fur fuer gegen hat hatte ich ihr ihre im in ist ja kann kein keine man mehr mit muss
        nach nicht noch nun nur ob oder ohne sein seine sich sie sind so soll sollen um und uns unter vom von vor war
        waren was wegen weil wenn wer werden wie wieder will wir wird wo zu zum zur zwischen uber ueber
        """

    private static let french = """
        a au aux avec ce ces cet cette comme contre d dans de des dont du elle en entre est et etre eu il ils je la le
        les leur leurs l lui mais meme ne nous on ont ou par pas plus pour qu que qui sa sans se selon ses si son sont
        sous sur tres un une vers vous y
        """

    private static let spanish = """
        al como con contra cual de del desde donde e el ella ellos en entre era es esta este esto fue ha hace hacia han
        hasta la las le les lo los mas me mi muy ni no nos o para pero por que quien se segun ser si sin sobre son su
        sus tambien te tiene tras u un una uno y ya
        """

    private static let others = """
        che con da dal dalla degli dei del della delle di e gli il in la le lo nel nella non per piu si sono su sul
        sulla tra un una uno do da dos das em na nas nao no nos o os pela pelo por que se um uma aan als bij dat de
        die dit door een en er het hij ik in is met naar niet nog om onder ook op over te tot uit van voor was wat
        worden wordt zijn och att det som pa av ar for till med har den i og er ikke fra til
        в во и на не с со что как по к ко за из от для о об но же у а до после при под над без или это его ее их он
        она они мы вы я был была были быть
        """
}
