import type { CodeIn, CodeList } from './code-list.ts'

/** What kinds of venues (阵地) the union runs or helps to run. */
export const venueKinds = [
  { code: 'warm_station', zh: '暖心驿站', en: 'Warm station', also: ['户外劳动者暖心驿站', '工会驿站', '户外劳动者驿站'] },
  { code: 'service_station', zh: '工会服务站', en: 'Service station', also: ['服务站'] },
  { code: 'workers_home', zh: '职工之家（百人以下）', en: "Workers' home, under 100", also: ['职工之家'] },
  { code: 'workers_home_100plus', zh: '百人以上职工之家', en: "Workers' home, 100 and more" },
  { code: 'public_area_workers_home', zh: '公共区域职工之家', en: "Public-area workers' home" },
  { code: 'assistance_center', zh: '职工帮扶中心', en: 'Assistance centre', also: ['帮扶中心'] },
  { code: 'workers_library', zh: '职工书屋', en: "Workers' library" },
  { code: 'mother_baby_room', zh: '母婴关爱室', en: 'Mother-and-baby room' },
  { code: 'fitness_ground', zh: '健身场地', en: 'Sports ground' },
  { code: 'mediation_room', zh: '调解室', en: 'Mediation room' },
  { code: 'craftsman_academy', zh: '工匠学院', en: 'Craft academy' },
  { code: 'innovation_studio', zh: '创新工作室', en: 'Innovation studio' },
  { code: 'outdoor_group_ground', zh: '户外团建场地', en: 'Outdoor group ground' },
] as const satisfies CodeList
export type VenueKind = CodeIn<typeof venueKinds>

/** How far a venue has come. */
export const venueStates = [
  { code: 'planned', zh: '计划', en: 'Planned' },
  { code: 'applied', zh: '已申报', en: 'Applied' },
  { code: 'site_checked', zh: '已看场地', en: 'Site checked' },
  { code: 'approved', zh: '已批准', en: 'Approved' },
  { code: 'building', zh: '建设中', en: 'Being built' },
  { code: 'accepted', zh: '已验收', en: 'Accepted' },
  { code: 'open', zh: '开放', en: 'Open' },
  { code: 'suspended', zh: '暂停开放', en: 'Suspended' },
  { code: 'closed', zh: '已撤销', en: 'Closed' },
] as const satisfies CodeList
export type VenueState = CodeIn<typeof venueStates>

/** The four functions of a station in one (四合一). */
export const venueFunctions = [
  { code: 'policy', zh: '政策宣传', en: 'Policy information' },
  { code: 'membership', zh: '会员发展', en: 'Enrolling members' },
  { code: 'convenience', zh: '便民服务', en: 'Everyday services' },
  { code: 'emergency', zh: '应急帮扶', en: 'Help in need' },
] as const satisfies CodeList

/** What a venue offers to whoever walks in. */
export const venueFacilities = [
  { code: 'water', zh: '饮水', en: 'Drinking water' },
  { code: 'charging', zh: '充电', en: 'Charging' },
  { code: 'microwave', zh: '微波炉', en: 'Microwave' },
  { code: 'fridge', zh: '冰箱', en: 'Fridge' },
  { code: 'air_conditioning', zh: '空调', en: 'Air conditioning' },
  { code: 'toilet', zh: '卫生间', en: 'Toilet' },
  { code: 'medicine', zh: '应急药箱', en: 'First-aid kit' },
  { code: 'books', zh: '图书', en: 'Books' },
  { code: 'wifi', zh: 'Wi-Fi', en: 'Wi-Fi', also: ['无线网络'] },
  { code: 'umbrella', zh: '雨伞', en: 'Umbrellas' },
  { code: 'pump', zh: '打气筒', en: 'Tyre pump' },
  { code: 'mother_baby', zh: '母婴设施', en: 'Mother-and-baby corner' },
] as const satisfies CodeList
export type VenueFacility = CodeIn<typeof venueFacilities>

/** How one gets in. */
export const venueAccess = [
  { code: 'open', zh: '直接进入', en: 'Walk in' },
  { code: 'staff', zh: '有人接待', en: 'Staff let you in' },
  { code: 'scan', zh: '扫码开门', en: 'Scan at the door' },
] as const satisfies CodeList

/** Whose money built it. */
export const fundingLevels = [
  { code: 'city', zh: '市级', en: 'City' },
  { code: 'district', zh: '区级', en: 'District' },
  { code: 'town', zh: '镇街', en: 'Town' },
  { code: 'own', zh: '自筹', en: 'Own' },
] as const satisfies CodeList

/** What of a venue can be booked. */
export const placeKinds = [
  { code: 'room', zh: '房间', en: 'Room' },
  { code: 'court', zh: '球场', en: 'Court' },
  { code: 'ground', zh: '场地', en: 'Ground' },
] as const satisfies CodeList
export type PlaceKind = CodeIn<typeof placeKinds>

/** How a booking stands. */
export const bookingStates = [
  { code: 'asked', zh: '待审批', en: 'To be approved' },
  { code: 'confirmed', zh: '已预订', en: 'Booked' },
  { code: 'blocked', zh: '不开放', en: 'Blocked' },
  { code: 'waiting', zh: '候补', en: 'Waiting' },
  { code: 'refused', zh: '未批准', en: 'Refused' },
  { code: 'cancelled', zh: '已取消', en: 'Cancelled' },
  { code: 'displaced', zh: '已被调整', en: 'Displaced' },
  { code: 'lifted', zh: '已解除', en: 'Lifted' },
] as const satisfies CodeList
export type BookingState = CodeIn<typeof bookingStates>

/** How somebody was counted at a venue. */
export const countingWays = [
  { code: 'code', zh: '本人扫码', en: 'Scanned by oneself' },
  { code: 'card', zh: '扫会员卡', en: 'Member card' },
  { code: 'counter', zh: '现场计数', en: 'Counted on the spot' },
  { code: 'count', zh: '不记名发放', en: 'Handed out unnamed' },
] as const satisfies CodeList
