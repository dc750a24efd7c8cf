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

/// Words that stand in English headlines on any day.
///
/// A word that only ever begins a sentence has a capital, whether it is a name or not; the table tells “Scientists” from
/// “Karsk”.
enum CommonWords {
    /// Whether a word of the stem is in the table.
    static func contains(stem: String) -> Bool { stems.contains(stem) }

    private static let stems = Set(words.split(whereSeparator: \.isWhitespace).map { Stemmer.stem(String($0)) })

    /// One word of each stem.
    private static let words = """
        new first year day days week time people man woman two three one million report set top big back world
        state country city court police government president minister home show plan deal call four five six
        seven eight nine ten hundred thousand billion percent cent second third last next month hour night
        morning weekend today tomorrow yesterday early late old young long short high low full part half end
        start begin open close hold keep take make find lose win fall rise drop cut raise hit meet face seek
        want need help work play run lead leave join return move turn bring put pay sell buy send see look watch
        know think tell ask warn urge reveal announce claim deny reject approve agree sign launch release unveil
        plead vow official leader chief head member group team party company firm bank market business price
        cost money rate tax budget sales shares stock economy economic trade job worker union strike industry
        oil gas energy power bill law rule vote election poll campaign candidate parliament senate congress
        house council governor mayor prime opposition reform policy talks summit peace war attack killed dead
        death die dies injured wounded victim shot shooting fire crash accident bomb blast explosion murder
        suspect arrest charge trial judge jury jail prison sentence guilty case lawsuit sue dense investigation
        inquiry fraud security military army troops soldiers forces border crisis protest rally violence crime
        health hospital doctor patient virus disease outbreak drug study scientists research school student
        university children child kids family mother father son daughter wife husband girl boy baby life water
        food storm flood rain snow weather heat winter summer earthquake quake game match season final cup
        league coach player goal score victory defeat beat draw title race record star film movie music song
        album series actor actress singer award tv book fans video photo online internet web site phone app
        technology tech data network car train plane flight airport road bus ship boat bridge national
        international local public private north south east west northern southern eastern western foreign
        federal central major key best worst good bad great amid ahead despite following without according
        several many dozens pair possible likely expected potential latest current former ex senior deputy
        acting general secretary director manager boss executive ceo founder owner spokesman spokeswoman adviser
        aide envoy ambassador commissioner sheriff officer detective agent lawyer attorney prosecutor witness
        defendant defence defense appeal verdict conviction hearing evidence testimony testify allegation
        accused abuse assault rape robbery theft stabbing gunman gunmen gun weapon knife hostage kidnapped
        missing search found rescue survivor survive toll crew pilot driver passenger vehicle truck lorry
        motorcycle bike collision derail runway landing emergency evacuated alert threat risk danger safety safe
        damage destroyed collapse burn blaze wildfire hurricane typhoon tornado cyclone drought temperature
        climate emissions pollution environment environmental wildlife forest river sea ocean coast island lake
        mountain magnitude tsunami epicentre epicenter aftershock volcano eruption landslide terror terrorist
        militant rebel insurgents coalition airstrike missile rocket nuclear chemical treaty ceasefire truce
        sanctions embargo diplomat embassy refugee migrant asylum immigration visa passport citizenship deport
        democracy democratic republican conservative liberal labour labor socialist communist nationalist voters
        ballot referendum debate speech address statement letter interview cabinet legislation lawmaker
        congressman mp mps constitution supreme tribunal veto amendment mandate resign quit step sacked hire
        appoint names replace successor nominee nomination reelection inaugurated term investors investment fund
        bonds currency dollar euro inflation interest recession growth gdp profit loss revenue earnings quarter
        quarterly forecast outlook analyst merger acquisition acquire takeover bid offer stake ipo startup
        venture brand retail store consumer customers product factory plant manufacturer maker supplier supply
        demand exports imports tariff subsidy pension wages salary layoffs unemployment walkout staff employee
        bankruptcy bankrupt debt loan credit mortgage property estate rent insurance fee fine penalty settlement
        settle compensation repay software hardware device smartphone tablet computer laptop chip robot
        artificial intelligence cyber hack hackers breach privacy user engine browser update version satellite
        spacecraft space astronaut telescope planet moon mission nasa orbit vaccine infection cancer heart
        surgery treatment therapy medicine medical nurse pandemic epidemic symptoms diagnosed obesity smoking
        alcohol teacher pupils college campus education exam graduates professor church pope bishop priest
        muslim christian jewish religious religion football soccer basketball baseball hockey tennis golf
        cricket rugby boxing marathon olympic championship champion tournament playoff semi semifinal
        quarterfinal stadium club striker midfielder goalkeeper quarterback pitcher captain squad transfer
        contract injury suspended suspension ban referee innings touchdown rebounds points seed round medal gold
        silver bronze celebrity producer hollywood theatre theater premiere sequel trailer episode festival
        concert tour band rapper pop rock oscar emmy grammy host fashion model royal king queen prince princess
        duke wedding married divorce engaged pregnant birth birthday anniversary funeral tribute obituary author
        novel artist museum gallery exhibition painting restaurant hotel tourist travel holiday airline railway
        rail metro tram port harbour harbor ferry traffic highway tunnel street park garden farm farmers crop
        animal dog cat fish bird decision proposal project programme program scheme measure issue problem
        question answer concern fear hope pressure support row scandal controversy dispute conflict clash
        tension anger outrage criticism criticise slam blame apologise apology admit confirm consider predict
        delay postpone cancel halt block stop extend expand boost increase decrease reduce decline slump surge
        jump soar plunge slide gain ease remain stay continue resume restore rebuild build built construction
        create develop design test check order allow require target aim focus post tweet comment message picture
        footage camera strong weak huge giant massive tiny small large larger largest rare common deadly fatal
        minor heavy light extreme mild hot cold warm dark bright deep shallow fast slow quick sudden quiet loud
        rich poor cheap expensive free empty easy hard difficult simple complex clean dirty dry wet fresh raw
        ready rough smooth sharp soft sweet bitter sour tight loose wide narrow thin thick tall vast whole
        broken lost hidden secret sick healthy tired angry happy sad proud afraid brave wild strange unusual
        typical famous popular beloved historic ancient modern future past recent annual daily weekly monthly
        initial original special unique different similar same additional extra total average double single
        multiple various entire thieves thief crowd residents neighbours neighbors villagers citizens visitors
        hikers swimmers climbers sailors fishermen builders experts activists historian archaeologists
        astronomers biologists economists traders bankers landlords tenants commuters motorists cyclists
        pedestrians shoppers diners parents grandmother grandfather uncle aunt cousin friend veteran volunteer
        rangers guards councillor monks nuns here there why how what when where who which whether inside outside
        behind beyond beneath across along around nearly almost about roughly only even still again once twice
        never always often sometimes soon later meanwhile instead perhaps maybe probably certainly clearly
        simply really actually taken give given shown told brought held kept let left met pays paid read say
        says said saw seen sold sent sit speak spoke stand stood teach taught thought throw threw wear write
        wrote written drink eat sleep swim walk drive drove ride fly flies flew sing dance cook grow grew dig
        feed fill pick pull push roll shake shook slip spill spread steal stole stolen struck swing touch wash
        wake welcome
        """
}
