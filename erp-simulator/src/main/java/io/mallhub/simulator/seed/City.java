package io.mallhub.simulator.seed;

import java.util.List;

/**
 * A city customers may be in.
 *
 * @param area code of its administrative division
 * @param dialCode without the leading zero
 */
record City(String province, String name, String area, String dialCode) {

    static final List<City> ALL =
            List.of(
                    new City("北京市", "北京", "110105", "10"),
                    new City("上海市", "上海", "310104", "21"),
                    new City("天津市", "天津", "120101", "22"),
                    new City("重庆市", "重庆", "500103", "23"),
                    new City("广东省", "广州", "440104", "20"),
                    new City("广东省", "深圳", "440304", "755"),
                    new City("广东省", "佛山", "440604", "757"),
                    new City("浙江省", "杭州", "330106", "571"),
                    new City("浙江省", "宁波", "330203", "574"),
                    new City("浙江省", "温州", "330302", "577"),
                    new City("江苏省", "南京", "320102", "25"),
                    new City("江苏省", "苏州", "320508", "512"),
                    new City("江苏省", "无锡", "320213", "510"),
                    new City("福建省", "福州", "350102", "591"),
                    new City("福建省", "厦门", "350203", "592"),
                    new City("山东省", "济南", "370102", "531"),
                    new City("山东省", "青岛", "370202", "532"),
                    new City("湖北省", "武汉", "420102", "27"),
                    new City("湖南省", "长沙", "430102", "731"),
                    new City("四川省", "成都", "510104", "28"),
                    new City("河南省", "郑州", "410102", "371"),
                    new City("河北省", "石家庄", "130102", "311"),
                    new City("陕西省", "西安", "610102", "29"),
                    new City("安徽省", "合肥", "340102", "551"),
                    new City("江西省", "南昌", "360102", "791"),
                    new City("辽宁省", "沈阳", "210102", "24"),
                    new City("辽宁省", "大连", "210202", "411"),
                    new City("吉林省", "长春", "220102", "431"),
                    new City("黑龙江省", "哈尔滨", "230102", "451"),
                    new City("山西省", "太原", "140105", "351"),
                    new City("云南省", "昆明", "530102", "871"),
                    new City("贵州省", "贵阳", "520102", "851"),
                    new City("广西壮族自治区", "南宁", "450102", "771"),
                    new City("海南省", "海口", "460105", "898"),
                    new City("甘肃省", "兰州", "620102", "931"),
                    new City("内蒙古自治区", "呼和浩特", "150102", "471"),
                    new City("新疆维吾尔自治区", "乌鲁木齐", "650102", "991"));
}
